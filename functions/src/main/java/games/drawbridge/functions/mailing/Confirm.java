package games.drawbridge.functions.mailing;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.email.AddressTable;
import games.drawbridge.functions.email.Phrases;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Who;
import games.drawbridge.functions.mailing.Subscription.State;
import java.util.Optional;

/// Whoever reads the address agrees. Again is harmless, and welcomed once.
@Route(value = "POST /v1/mailing/confirm", who = Who.ANYBODY, rate = 100, burst = 200)
public final class Confirm extends LinkEndpoint {
    private final AddressTable addresses;

    public Confirm() {
        this(Environment.system());
    }

    public Confirm(Environment environment) {
        super(environment, Link.Purpose.CONFIRM);
        addresses = new AddressTable(new Aws(environment));
    }

    @Override
    Reply answer(Link link, Optional<SubscriptionTable.Found> found, Phrases phrases) {
        var now = clock.instant();
        boolean confirmed =
                found.filter(it -> it.subscription().mayBeConfirmedBy(link, now))
                        .map(it -> subscriptions.confirm(it.player(), it.subscription(), now))
                        .orElse(false);
        if (!confirmed) return MailingPage.stale(phrases);
        greet(found.orElseThrow());
        return MailingPage.told(phrases, "confirmed");
    }

    private void greet(SubscriptionTable.Found found) {
        var subscription = found.subscription();
        addresses.note(found.player(), subscription.address(), "mailing", true, clock.instant());
        if (subscription.state() == State.ON) return;
        try {
            post.welcome(found.player(), subscription);
        } catch (Problem _) {
            // they are on the list all the same
        }
    }
}
