package games.drawbridge.functions.friends;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.blocks.BlockTable;
import games.drawbridge.functions.holding.Holding;
import games.drawbridge.model.friends.Bond;
import games.drawbridge.model.player.PlayerId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// A player's friends, requests and blocks.
public final class FriendHolding implements Holding {
    private final FriendTable friends;
    private final BlockTable blocks;
    private final InstantSource clock;

    public FriendHolding(Aws aws, InstantSource clock) {
        friends = new FriendTable(aws);
        blocks = new BlockTable(aws);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "friends";
    }

    @Override
    public Object export(PlayerId player) {
        return Map.of(
                "friends", friends.of(player),
                "blocked", blocks.of(player),
                "hidden", !friends.hidden(List.of(player)).isEmpty());
    }

    /// Friends and blocks go over; requests do not, for they were about somebody else.
    @Override
    public void move(PlayerId from, PlayerId into) {
        for (var line : friends.of(from)) {
            boolean same = line.other().equals(into);
            if (line.bond() == Bond.FRIENDS && !same) {
                friends.ask(line.other(), into, clock.instant());
                friends.accept(into, line.other(), clock.instant());
                friends.accept(line.other(), into, clock.instant());
            }
        }
        for (var other : blocks.of(from))
            if (!other.equals(into)) blocks.put(into, other, clock.instant());
        erase(from);
    }

    @Override
    public void erase(PlayerId player) {
        friends.of(player).forEach(line -> friends.end(player, line.other()));
        blocks.of(player).forEach(other -> blocks.remove(player, other));
        friends.forgetPresence(player);
    }
}
