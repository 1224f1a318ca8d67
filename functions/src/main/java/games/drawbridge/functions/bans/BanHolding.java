package games.drawbridge.functions.bans;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.holding.Holding;
import games.drawbridge.model.player.PlayerId;
import java.time.InstantSource;

/// The bans of a player. They stay with the id, which leads to nobody once the rest is gone; who is
/// banned cannot merge.
public final class BanHolding implements Holding {
    private final BanTable bans;

    public BanHolding(Aws aws, InstantSource clock) {
        bans = new BanTable(aws, clock);
    }

    @Override
    public String name() {
        return "bans";
    }

    @Override
    public Object export(PlayerId player) {
        return bans.of(player);
    }

    @Override
    public void move(PlayerId from, PlayerId into) {
        // see above
    }

    @Override
    public void erase(PlayerId player) {
        // see above
    }
}
