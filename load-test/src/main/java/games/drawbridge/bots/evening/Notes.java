package games.drawbridge.bots.evening;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one bot was told, to be held against what the world says afterwards.
public final class Notes {
    private final String player;
    private final List<Move> moves = new ArrayList<>();
    private final List<Entered> entered = new ArrayList<>();
    private final Set<String> booked = new HashSet<>();
    private final Set<String> refused = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private @Nullable String clan;
    private @Nullable View view;

    /// A move that was acknowledged.
    ///
    /// @param seq of its event; 0 when it was only said to be applied
    /// @param body that was sent
    public record Move(String room, long id, long seq, String body) {}

    /// The bot got a new seat in a room: its moves there count from 1 again.
    ///
    /// @param at milliseconds since 1970
    public record Entered(String room, long at) {}

    /// What a bot sees of a region in the end.
    ///
    /// @param cells that it looks at, as `x:y`
    /// @param tiles JSON by `x:y`
    public record View(String region, Set<String> cells, Map<String, String> tiles) {}

    public Notes(String player) {
        this.player = player;
    }

    public void applied(String room, long id, long seq, String body) {
        moves.add(new Move(room, id, seq, body));
    }

    public void entered(String room, long at) {
        entered.add(new Entered(room, at));
    }

    /// The ledger was said to have this transaction with the bot in it.
    public void booked(String transaction) {
        booked.add(transaction);
    }

    /// The bot was told that it has no part in this one.
    public void refused(String transaction) {
        refused.add(transaction);
    }

    /// Something was told that must never be.
    public void fault(String what) {
        faults.add(what);
    }

    public void clan(@Nullable String id) {
        clan = id;
    }

    public void sees(View seen) {
        view = seen;
    }

    public String player() {
        return player;
    }

    public List<Move> moves() {
        return moves;
    }

    public List<Entered> entered() {
        return entered;
    }

    public Set<String> booked() {
        return booked;
    }

    public Set<String> refused() {
        return refused;
    }

    public List<String> faults() {
        return faults;
    }

    /// The clan that it was told it is in.
    public @Nullable String clan() {
        return clan;
    }

    public @Nullable View view() {
        return view;
    }
}
