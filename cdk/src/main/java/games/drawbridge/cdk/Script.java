package games.drawbridge.cdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The few lines of JavaScript that run at the edge; each a file beside these classes.
final class Script {
    private Script() {}

    static String named(String file) {
        try (var in = Script.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException("there is no " + file);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
