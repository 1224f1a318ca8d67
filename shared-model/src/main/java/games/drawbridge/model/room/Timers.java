package games.drawbridge.model.room;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a room has set to ring, and when.
final class Timers {
    private final TreeMap<String, Instant> timers = new TreeMap<>();

    Timers() {}

    /// @param before when each rings, milliseconds since 1970
    Timers(Map<String, Long> before) {
        before.forEach((name, at) -> timers.put(name, Instant.ofEpochMilli(at)));
    }

    /// When each rings, milliseconds since 1970.
    Map<String, Long> all() {
        var rings = new TreeMap<String, Long>();
        timers.forEach((name, at) -> rings.put(name, at.toEpochMilli()));
        return rings;
    }

    void keep(Effect effect) {
        switch (effect) {
            case Effect.SetTimer(var name, var at) -> timers.put(name, Instant.ofEpochMilli(at));
            case Effect.StopTimer(var name) -> remove(name);
            case Effect.Outward _ -> {}
        }
    }

    void remove(String name) {
        timers.remove(name);
    }

    /// The first that is due.
    Optional<String> due(Instant at) {
        if (timers.isEmpty()) return Optional.empty();
        return timers.entrySet().stream()
                .filter(timer -> !timer.getValue().isAfter(at))
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    Optional<Instant> next() {
        if (timers.isEmpty()) return Optional.empty();
        return timers.values().stream().min(Instant::compareTo);
    }
}
