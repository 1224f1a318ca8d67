package games.drawbridge.functions.mailing;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.holding.Holding;
import games.drawbridge.model.player.PlayerId;
import java.util.Map;

/// A player's subscription.
public final class MailingHolding implements Holding {
    private final SubscriptionTable subscriptions;

    public MailingHolding(Aws aws) {
        subscriptions = new SubscriptionTable(aws);
    }

    @Override
    public String name() {
        return "mailing";
    }

    @Override
    public Object export(PlayerId player) {
        return subscriptions.find(player).<Object>map(found -> found).orElse(Map.of());
    }

    @Override
    public void move(PlayerId from, PlayerId into) {
        subscriptions.move(from, into);
    }

    @Override
    public void erase(PlayerId player) {
        subscriptions.erase(player);
    }
}
