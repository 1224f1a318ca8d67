package games.drawbridge.functions.mailing;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.email.Phrases;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Who;
import java.util.Map;
import java.util.Optional;

/// Asks whoever opened the link whether it is to end.
@Route(value = "GET /v1/mailing/unsubscribe", who = Who.ANYBODY, rate = 100, burst = 200)
public final class ShowUnsubscribe extends LinkEndpoint {

    public ShowUnsubscribe() {
        this(Environment.system());
    }

    public ShowUnsubscribe(Environment environment) {
        super(environment, Link.Purpose.LEAVE);
    }

    @Override
    Reply answer(Link link, Optional<SubscriptionTable.Found> found, Phrases phrases) {
        return MailingPage.asked(phrases, "leave", Map.of());
    }
}
