package games.drawbridge.functions.mailing;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.email.EmailAddress;
import games.drawbridge.functions.email.EmailLimits;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Fields;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.rates.RateTable;
import games.drawbridge.model.player.PlayerId;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Subscribes the caller, once whoever reads the address agrees; or changes the topics of what was
/// agreed to.
@Route(value = "PUT /v1/players/me/mailing", rate = 50, burst = 100)
public final class PutMailing extends Endpoint {
    private final InstantSource clock = InstantSource.system();
    private final SubscriptionTable subscriptions;
    private final RateTable rates;
    private final MailingPost post;

    public PutMailing() {
        this(Environment.system());
    }

    public PutMailing(Environment environment) {
        var aws = new Aws(environment);
        subscriptions = new SubscriptionTable(aws);
        rates = new RateTable(aws, clock);
        post = new MailingPost(aws, clock);
    }

    @Override
    protected Reply answer(Request request) {
        var player = request.player();
        var fields = request.body().fields();
        var topics = topics(fields);
        var address =
                fields.parsed(
                        "address",
                        fields.text("address", 1, EmailLimits.ADDRESS),
                        EmailAddress::new,
                        "an e-mail address");
        var had = subscriptions.find(player).filter(it -> it.isTo(address));
        if (had.isPresent() && subscriptions.choose(player, had.get(), topics))
            return Reply.ok(had.get().about(topics));
        rates.count(MailingLimits.OF_PLAYER, player.value());
        rates.count(MailingLimits.FROM_NETWORK, request.address());
        rates.count(MailingLimits.TO_ADDRESS, address.folded());
        return asked(player, address, topics);
    }

    private static List<Topic> topics(Fields fields) {
        var words = fields.texts("topics", Topic.values().length, 20);
        if (words.isEmpty()) throw fields.bad("topics", "at least one; to end it, DELETE");
        return words.stream()
                .map(word -> fields.parsed("topics", word, Topic::of, "news, events or offers"))
                .distinct()
                .toList();
    }

    /// Whether the address gets anything is not told: that would be somebody else's matter.
    private Reply asked(PlayerId player, EmailAddress address, List<Topic> topics) {
        if (!post.isOpen()) throw new Problem(422, "no-mail", "this game sends no e-mail");
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var asked = Subscription.asked(address, topics, now);
        subscriptions.put(player, asked);
        post.ask(player, asked);
        return Reply.accepted(asked);
    }
}
