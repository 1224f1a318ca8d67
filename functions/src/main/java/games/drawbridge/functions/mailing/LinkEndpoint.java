package games.drawbridge.functions.mailing;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.email.Phrases;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import java.time.InstantSource;
import java.util.Optional;

/// A page that a link leads to. Whoever has the link needs no session.
abstract class LinkEndpoint extends Endpoint {
    final InstantSource clock = InstantSource.system();
    final SubscriptionTable subscriptions;
    final MailingPost post;
    private final Links links;
    private final Link.Purpose purpose;

    LinkEndpoint(Environment environment, Link.Purpose purpose) {
        var aws = new Aws(environment);
        subscriptions = new SubscriptionTable(aws);
        post = new MailingPost(aws, clock);
        links = new Links(aws, clock);
        this.purpose = purpose;
    }

    @Override
    protected final Reply answer(Request request) {
        var link = request.query("token").flatMap(token -> links.read(purpose, token));
        if (link.isEmpty())
            return MailingPage.stale(Phrases.in(request.header("accept-language").orElse(null)));
        var found = subscriptions.of(link.get());
        var player = found.map(SubscriptionTable.Found::player).orElse(link.get().player());
        return answer(link.get(), found, post.phrases(player));
    }

    /// @param found what the link is about, where that still is
    abstract Reply answer(Link link, Optional<SubscriptionTable.Found> found, Phrases phrases);
}
