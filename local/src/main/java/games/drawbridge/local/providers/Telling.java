package games.drawbridge.local.providers;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// How a provider tells of something: `{"repeat":1,"delayMs":0,"drop":false,"seed":0}`. With a seed
/// each copy comes up to two seconds later than it should, always the same, so that notices of one
/// payment overtake each other.
///
/// @param delays of the copies; none when all of them are lost
record Telling(List<Duration> delays) {
    private static final int MOST = 100;
    private static final int LATEST = 600_000;
    private static final int JITTER = 2_000;

    static Telling of(JsonNode asked) {
        var notices = asked.path("notices");
        if (notices.path("drop").asBoolean()) return new Telling(List.of());
        int repeat = Math.clamp(notices.path("repeat").asInt(1), 1, MOST);
        int delay = Math.clamp(notices.path("delayMs").asInt(0), 0, LATEST);
        long seed = notices.path("seed").asLong();
        var dice = new SplittableRandom(seed);
        var delays = new ArrayList<Duration>();
        for (int n = 0; n < repeat; n++)
            delays.add(Duration.ofMillis(delay + (seed == 0 ? 0 : dice.nextInt(JITTER))));
        return new Telling(List.copyOf(delays));
    }
}
