package games.drawbridge.functions.mailing;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.email.Phrases;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Who;
import java.util.Map;
import java.util.Optional;

/// Asks whoever opened the link whether they agree.
@Route(value = "GET /v1/mailing/confirm", who = Who.ANYBODY, rate = 100, burst = 200)
public final class ShowConfirm extends LinkEndpoint {

    public ShowConfirm() {
        this(Environment.system());
    }

    public ShowConfirm(Environment environment) {
        super(environment, Link.Purpose.CONFIRM);
    }

    @Override
    Reply answer(Link link, Optional<SubscriptionTable.Found> found, Phrases phrases) {
        return found.map(SubscriptionTable.Found::subscription)
                .filter(it -> it.mayBeConfirmedBy(link, clock.instant()))
                .map(it ->
                        MailingPage.asked(
                                phrases,
                                "confirm",
                                Map.of("topics", MailingPost.topics(phrases, it))))
                .orElseGet(() -> MailingPage.stale(phrases));
    }
}
