package games.drawbridge.functions.mailing;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.email.Phrases;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Who;
import java.util.Optional;

/// Ends a subscription at one click, the page's or a mail program's own (RFC 8058): no cookie, no
/// login, no second question. What is ended already, or was another address's, is ended too.
@Route(value = "POST /v1/mailing/unsubscribe", who = Who.ANYBODY, rate = 500, burst = 1_000)
public final class Unsubscribe extends LinkEndpoint {

    public Unsubscribe() {
        this(Environment.system());
    }

    public Unsubscribe(Environment environment) {
        super(environment, Link.Purpose.LEAVE);
    }

    @Override
    Reply answer(Link link, Optional<SubscriptionTable.Found> found, Phrases phrases) {
        found.ifPresent(it -> subscriptions.end(it.player(), it.subscription().address()));
        return MailingPage.told(phrases, "left");
    }
}
