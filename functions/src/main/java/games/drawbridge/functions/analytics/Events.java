package games.drawbridge.functions.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.analytics.Registry;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The title's events, as `events.json` names them.
final class Events {
    static final Registry REGISTRY = read();

    private Events() {}

    private static Registry read() {
        try (var file = Events.class.getResourceAsStream("/events.json")) {
            if (file == null) throw new IllegalStateException("there is no events.json");
            return JsonText.read(new String(file.readAllBytes(), UTF_8), Registry.class);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
