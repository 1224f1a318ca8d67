package games.drawbridge.realtime.room;

import games.drawbridge.realtime.placement.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A room on its way to another node. What its players ask meanwhile is not answered here: they ask
/// again there.
final class Leaving {
    final Placement heir;
    private final Guide guide;
    private final Heirs heirs;

    /// Whether the room is the heir's; false when it was lost to somebody else meanwhile.
    final CompletableFuture<Boolean> done = new CompletableFuture<>();

    private final List<Link> joining = new ArrayList<>();
    private boolean begun;

    Leaving(Placement heir, Guide guide, Heirs heirs) {
        this.heir = heir;
        this.guide = guide;
        this.heirs = heirs;
    }

    /// Whether this waits for the new owner. What changes nothing in the log goes on.
    boolean holds(In in) {
        return switch (in) {
            case In.Join join -> joining.add(join.link());
            case In.Rejoin rejoin -> joining.add(rejoin.link());
            case In.Move _,
                    In.BadMove _,
                    In.Leave _,
                    In.Tick _,
                    In.Bought _,
                    In.Noted _,
                    In.Seen _,
                    In.Close _ ->
                    true;
            case In.Gone _, In.Behind _, In.Drained _, In.Stored _, In.Replayed _ -> false;
        };
    }

    /// True once: when the room has become clear.
    boolean begins(boolean clear) {
        if (begun || !clear) return false;
        begun = true;
        return true;
    }

    /// Sends everybody after the room.
    void send(List<Link> links, long after) {
        heirs.take(heir);
        links.forEach(link -> send(link, after));
        joining.stream().filter(link -> !links.contains(link)).forEach(link -> send(link, after));
        done.complete(true);
    }

    private void send(Link link, long after) {
        link.moved(guide.moved(link.player(), link.standing(heir.room()), heir, after));
    }
}
