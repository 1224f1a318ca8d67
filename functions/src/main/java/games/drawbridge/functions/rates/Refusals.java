package games.drawbridge.functions.rates;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Who has tried too often, as far as this function knows.
final class Refusals {
    /// Callers remembered at once, some 200 bytes each; when there are more the table is asked.
    private static final int MOST = 10_000;

    private final Map<String, Instant> until = new ConcurrentHashMap<>();

    boolean has(String key, Instant now) {
        var end = until.get(key);
        return end != null && end.isAfter(now);
    }

    void put(String key, Instant end, Instant now) {
        if (until.size() >= MOST) until.values().removeIf(each -> !each.isAfter(now));
        if (until.size() < MOST) until.put(key, end);
    }
}
