package games.drawbridge.functions.email;

import com.amazonaws.services.lambda.runtime.Context;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Fault;
import games.drawbridge.functions.players.Profile;
import games.drawbridge.functions.players.ProfileTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Sends confirmations, each once. SES does not know a letter again, so whoever sends claims it
/// first; if the sender dies in between, SES's own notice of the letter says that it went
/// ([HearEmailNews]), and where none has come by the end of the claim it did not.
final class Confirmations {
    private final OutboxTable outbox;
    private final AddressTable addresses;
    private final SuppressionTable suppressions;
    private final ProfileTable profiles;
    private final Post post;
    private final InstantSource clock;

    Confirmations(Aws aws, InstantSource clock) {
        outbox = new OutboxTable(aws);
        addresses = new AddressTable(aws);
        suppressions = new SuppressionTable(aws);
        profiles = new ProfileTable(aws);
        post = new Post(aws);
        this.clock = clock;
    }

    /// Sends the confirmation of an order unless that has happened, or somebody is at it.
    void send(String order, Context context) {
        var now = clock.instant();
        outbox.claim(order, now, now.plus(EmailLimits.CLAIM))
                .ifPresent(claimed -> send(claimed, context));
    }

    private void send(Outgoing claimed, Context context) {
        var confirmation = claimed.confirmation();
        var to = addresses.of(confirmation.player()).stream().findFirst();
        String obstacle = obstacle(to.map(GivenAddress::address));
        if (!obstacle.isEmpty()) {
            outbox.unsent(claimed.order(), obstacle);
            return;
        }
        var delivery =
                post.send(
                        to.orElseThrow().address(),
                        confirmation.letter(phrases(confirmation)),
                        Map.of(),
                        Map.of(Outgoing.TAG, claimed.order()));
        note(claimed, delivery, context);
    }

    /// Why there is nothing to be sent; empty when nothing stands against it.
    private String obstacle(Optional<EmailAddress> to) {
        if (!post.isOpen()) return "no-sender";
        if (to.isEmpty()) return "no-address";
        return suppressions.has(to.get()) ? "suppressed" : "";
    }

    private Phrases phrases(Confirmation confirmation) {
        String locale = confirmation.locale();
        return Phrases.in(
                locale != null
                        ? locale
                        : profiles.find(confirmation.player()).map(Profile::locale).orElse(null));
    }

    private void note(Outgoing claimed, Delivery delivery, Context context) {
        switch (delivery) {
            case Delivery.Accepted(String message) ->
                    outbox.sent(claimed.order(), message, clock.instant());
            case Delivery.Refused(String why) -> outbox.unsent(claimed.order(), why);
            case Delivery.NotNow(String why, RuntimeException cause) -> {
                Fault.log(context, "confirmation", cause);
                later(claimed, why);
            }
            // the claim stands until SES would have told
            case Delivery.Unknown(RuntimeException cause) -> {
                Fault.log(context, "confirmation", cause);
                if (isLast(claimed)) outbox.unsent(claimed.order(), "no-answer");
            }
        }
    }

    private void later(Outgoing claimed, String why) {
        if (isLast(claimed)) outbox.unsent(claimed.order(), why);
        else outbox.release(claimed.order(), again(claimed.attempts(), clock.instant()));
    }

    private static boolean isLast(Outgoing claimed) {
        return claimed.attempts() >= EmailLimits.ATTEMPTS;
    }

    /// A minute, two, four … and then every few hours.
    static Instant again(long attempts, Instant now) {
        var pause = EmailLimits.FIRST_PAUSE;
        for (long n = 1; n < attempts && pause.compareTo(EmailLimits.LONGEST_PAUSE) < 0; n++)
            pause = pause.multipliedBy(2);
        Duration longest = EmailLimits.LONGEST_PAUSE;
        return now.plus(pause.compareTo(longest) < 0 ? pause : longest);
    }
}
