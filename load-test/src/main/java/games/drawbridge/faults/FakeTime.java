package games.drawbridge.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The library that makes a process believe in another time, where it is installed.
final class FakeTime {
    private static final String NAME = "libfaketime.so.1";

    private FakeTime() {}

    static Optional<Path> library() {
        return Stream.of(
                        System.getProperty("faketime", ""),
                        "/usr/lib/x86_64-linux-gnu/faketime/" + NAME,
                        "/usr/lib/aarch64-linux-gnu/faketime/" + NAME,
                        "/usr/lib64/faketime/" + NAME,
                        "/usr/local/lib/faketime/" + NAME)
                .filter(it -> !it.isEmpty())
                .map(Path::of)
                .filter(Files::exists)
                .findFirst();
    }

    /// Only the clock that can be set. Without the last, what waits for a time wakes at once and
    /// waits again: a JVM is then busy with nothing else.
    ///
    /// @param offset as `+3600s`
    static Map<String, String> variables(Path library, String offset) {
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME",
                offset,
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                "DONT_FAKE_MONOTONIC",
                "1",
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }
}
