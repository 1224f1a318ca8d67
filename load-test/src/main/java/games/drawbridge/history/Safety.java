package games.drawbridge.history;

import games.drawbridge.model.room.AckLevel;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/// How safe a room's events are at each moment.
final class Safety {
    private final AckLevel level;
    private final BiConsumer<Integer, String> violation;
    private final Map<Long, Long> seqs = new HashMap<>();

    /// @param level that every event must have; `memory` is reached at once
    Safety(AckLevel level, BiConsumer<Integer, String> violation) {
        this.level = level;
        this.violation = violation;
    }

    void safe(Line.Safe line) {
        if (line.level().compareTo(level) >= 0) seqs.merge(line.epoch(), line.seq(), Math::max);
    }

    /// Somebody heard of an event that this epoch wrote.
    void heard(Line line, long epoch, long seq) {
        if (level != AckLevel.MEMORY && seqs.getOrDefault(epoch, 0L) < seq)
            violation.accept(8, "was told before it was safe: " + line);
    }
}
