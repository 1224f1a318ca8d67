package games.drawbridge.functions.testkit;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Holds each route, whatever a test asks of it, to as many calls to DynamoDB as it may make: each
/// is a round trip, unless it goes out together with others. Two is the goal; [#FILE] has the
/// routes that miss it. What the SDK asks again by itself is not counted, what functions keep for
/// seconds is not, and neither are requests of one function at the same time.
public final class RoundTrips {
    /// A line for each route above the goal: `6 POST /v1/rooms`.
    public static final Path FILE = Path.of("src", "test", "resources", "round-trips.txt");

    /// Of a request to any other route.
    public static final int GOAL = 2;

    private static final Map<String, Integer> MORE = more();

    private final Map<String, Function> functions = new ConcurrentHashMap<>();

    /// What one function did so far.
    private static final class Function {
        private int calls;
        private int requests;
        private int open;
    }

    /// A call of a function that the SDK sends for the first time.
    void call(String function) {
        var its = of(function);
        synchronized (its) {
            its.calls++;
        }
    }

    /// Waits for a request and counts.
    ///
    /// @param all calls that went to DynamoDB so far, the newest last
    <T> T count(Template.Route route, Supplier<List<String>> all, Supplier<T> request) {
        var its = of(route.function());
        int before;
        int number;
        boolean alone;
        synchronized (its) {
            before = its.calls;
            number = ++its.requests;
            alone = its.open++ == 0;
        }
        T answer;
        try {
            answer = request.get();
        } finally {
            synchronized (its) {
                its.open--;
            }
        }
        synchronized (its) {
            if (alone && its.requests == number) check(route.key(), its.calls - before, all.get());
        }
        return answer;
    }

    private static void check(String route, int made, List<String> all) {
        if (made > MORE.getOrDefault(route, GOAL))
            throw new AssertionError(
                    "%s made %d calls to DynamoDB, more than %s allows: the last were %s"
                            .formatted(route, made, FILE, last(all, made)));
    }

    private static List<String> last(List<String> calls, int count) {
        return calls.subList(Math.max(0, calls.size() - count), calls.size());
    }

    private Function of(String function) {
        return functions.computeIfAbsent(function, _ -> new Function());
    }

    /// The routes that miss the goal, with what they may make.
    public static Map<String, Integer> more() {
        try {
            return Files.readAllLines(FILE).stream()
                    .map(line -> line.split(" ", 2))
                    .collect(toMap(line -> line[1], line -> Integer.valueOf(line[0])));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
