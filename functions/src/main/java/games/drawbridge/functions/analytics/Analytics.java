package games.drawbridge.functions.analytics;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.json.JsonText;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Where events go.
public final class Analytics {
    private final Firehose firehose;
    private final InstantSource clock;

    public Analytics(Aws aws, InstantSource clock) {
        firehose = new Firehose(aws);
        this.clock = clock;
    }

    /// Whether anybody keeps them: a stack may be without a delivery stream.
    public boolean isOpen() {
        return firehose.isThere();
    }

    /// Hands over events that were received now. If it fails, some may have arrived; they come
    /// again with the same ids.
    public void tell(List<Event> events) {
        tell(events, clock.instant());
    }

    /// @param received when whoever tells them was asked to
    /// @throws IllegalStateException for an event that the registry does not know
    public void tell(List<Event> events, Instant received) {
        if (!isOpen() || events.isEmpty()) return;
        firehose.put(events.stream().map(event -> JsonText.write(line(event, received))).toList());
    }

    private static Object line(Event event, Instant received) {
        var schema =
                Events.REGISTRY
                        .find(event.name())
                        .orElseThrow(() -> new IllegalStateException("no event " + event.name()));
        return event.line(schema.version(), schema.from().word(), received);
    }
}
