package games.drawbridge.functions.mailing;

import com.amazonaws.services.lambda.runtime.Context;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.email.Delivery;
import games.drawbridge.functions.http.Fault;
import games.drawbridge.model.player.PlayerId;
import java.time.InstantSource;

/// Sends letters to the list, some hundred in each round, from where the round before ended. A
/// letter goes to an address once at most: who claims it and dies has sent it, or nobody does, for
/// newsletters are not worth a second copy.
final class NewsletterRound {
    private final NewsletterTable table;
    private final SubscriptionTable subscriptions;
    private final MailingPost post;
    private final InstantSource clock;

    NewsletterRound(Aws aws, InstantSource clock) {
        table = new NewsletterTable(aws);
        subscriptions = new SubscriptionTable(aws);
        post = new MailingPost(aws, clock);
        this.clock = clock;
    }

    /// What SES does not take for now is for the next round.
    void send(Context context) {
        if (!post.isOpen()) return;
        int left = MailingLimits.ROUND;
        for (var way : table.open(MailingLimits.LETTERS)) {
            left -= send(way, left, context);
            if (left <= 0) return;
        }
    }

    /// @return how many more were looked at; all that may be where SES takes nothing
    private int send(NewsletterTable.Way way, int most, Context context) {
        var newsletter = way.newsletter();
        String after = way.after();
        int seen = 0;
        while (seen < most) {
            var page = table.subscribers(after, Math.min(MailingLimits.PAGE, most - seen));
            if (page.isEmpty()) {
                table.done(newsletter);
                return seen;
            }
            int sent = 0;
            for (var player : page) {
                var outcome = send(newsletter, player, context);
                if (outcome == Outcome.NOT_NOW) {
                    table.reached(newsletter, after, sent);
                    return most;
                }
                if (outcome == Outcome.SENT) sent++;
                after = player.value();
            }
            seen += page.size();
            table.reached(newsletter, after, sent);
        }
        return seen;
    }

    private enum Outcome {
        SENT,
        /// Not wanted there, or gone there before.
        PASSED_OVER,
        NOT_NOW
    }

    private Outcome send(Newsletter newsletter, PlayerId player, Context context) {
        var found = subscriptions.find(player).filter(newsletter::isFor);
        if (found.isEmpty()) return Outcome.PASSED_OVER;
        var subscription = found.get();
        if (!table.claim(newsletter, subscription.address(), clock.instant()))
            return Outcome.PASSED_OVER;
        return switch (post.newsletter(player, subscription, newsletter)) {
            case Delivery.Accepted _ -> Outcome.SENT;
            case Delivery.Refused _ -> Outcome.PASSED_OVER;
            case Delivery.NotNow(_, RuntimeException cause) -> {
                Fault.log(context, "newsletter", cause);
                table.release(newsletter, subscription.address());
                yield Outcome.NOT_NOW;
            }
            case Delivery.Unknown(RuntimeException cause) -> {
                Fault.log(context, "newsletter", cause);
                yield Outcome.PASSED_OVER;
            }
        };
    }
}
