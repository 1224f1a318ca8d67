package games.drawbridge.realtime.word;

import games.drawbridge.model.wire.NodeFrame;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the operators have said.
///
/// @param status `open` or `maintenance`
/// @param turns when values of the configuration change by themselves
record Word(String status, @Nullable String message, long configVersion, List<Instant> turns) {
    static final Word NONE = new Word("open", null, 0, List.of());

    Word {
        turns = List.copyOf(turns);
    }

    /// Whether players must hear of this who have heard the other one.
    boolean differs(Word other) {
        return !frame().equals(other.frame());
    }

    /// Whether a value has changed by itself, after one moment and not after another.
    boolean turned(Instant after, Instant until) {
        return turns.stream().anyMatch(turn -> turn.isAfter(after) && !turn.isAfter(until));
    }

    NodeFrame.Server frame() {
        return new NodeFrame.Server(status, message, configVersion);
    }
}
