package games.drawbridge.functions.rooms;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.holding.Holding;
import games.drawbridge.model.player.PlayerId;

/// The rooms in which a player sat. They stay: a game's log must go on to fit its seats, and the id
/// in them leads to nobody once the profile and the identities are gone. For the same reason a
/// merge leaves them where they are.
public final class SeatHolding implements Holding {
    private final SeatTable seats;

    public SeatHolding(Aws aws) {
        seats = new SeatTable(aws);
    }

    @Override
    public String name() {
        return "rooms";
    }

    @Override
    public Object export(PlayerId player) {
        return seats.of(player);
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
