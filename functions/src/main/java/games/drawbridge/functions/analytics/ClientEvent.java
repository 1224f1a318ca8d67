package games.drawbridge.functions.analytics;

import games.drawbridge.functions.http.Fields;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.model.analytics.Property;
import games.drawbridge.model.analytics.Schema;
import games.drawbridge.model.player.PlayerId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a client says of an event, held against the registry.
final class ClientEvent {
    private ClientEvent() {}

    /// @param player by the token: whose event it is, no client can say
    /// @param session one life of a page
    /// @param sent the client's time when it sent the batch
    /// @throws Problem 422 `unknown-event`, or 400
    static Event read(Fields told, PlayerId player, String session, long sent, Instant now) {
        String name = told.text("name", 1, AnalyticsLimits.ID);
        var schema =
                Events.REGISTRY
                        .find(name)
                        .filter(it -> it.from() == Schema.Origin.CLIENT)
                        .orElseThrow(() -> unknown(name));
        String id = told.text("id", 1, AnalyticsLimits.ID);
        long at = told.whole("at", 0, Long.MAX_VALUE);
        var fields = new LinkedHashMap<String, Object>();
        told.optionalObject("fields")
                .ifPresent(given -> schema.fields().forEach(field -> read(given, field, fields)));
        return new Event(
                Event.named(player + "\n" + id),
                name,
                player,
                session,
                when(at, sent, now),
                fields);
    }

    private static Problem unknown(String name) {
        return new Problem(422, "unknown-event", "no event of clients is called " + name);
    }

    private static void read(Fields given, Property field, Map<String, Object> into) {
        String name = field.name();
        if (!given.hasValue(name)) return;
        into.put(
                name,
                switch (field.type()) {
                    case TEXT -> given.text(name, 0, AnalyticsLimits.TEXT);
                    case WHOLE, TIME -> given.whole(name, Long.MIN_VALUE, Long.MAX_VALUE);
                    case TRUTH -> given.flag(name);
                });
    }

    /// Of two times of one clock that may be wrong, what has passed between them is right.
    private static Instant when(long at, long sent, Instant now) {
        long ago = sent < at ? 0 : Math.min(sent - at, AnalyticsLimits.OLDEST.toMillis());
        return now.minus(Duration.ofMillis(ago));
    }
}
