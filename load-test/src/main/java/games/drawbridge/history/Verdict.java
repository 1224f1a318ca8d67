package games.drawbridge.history;

import java.util.List;

/// What the checker found in one room's history.
///
/// @param sent moves, each once however often it was sent
/// @param acknowledged of them, by `ack` or by their own event
/// @param told events, to all players together
/// @param lost resets that said so
public record Verdict(
        List<Violation> violations,
        long sent,
        long acknowledged,
        long told,
        long resumed,
        long lost,
        long takeOvers,
        long fenced) {

    public boolean isKept() {
        return violations.isEmpty();
    }
}
