package games.drawbridge.functions.analytics;

import games.drawbridge.functions.Digest;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that happened.
///
/// @param id the same however often it is told
/// @param name of its schema
/// @param session of a client's event
/// @param fields texts, whole numbers (as longs), truths
public record Event(
        String id,
        String name,
        @Nullable PlayerId player,
        @Nullable String session,
        Instant at,
        Map<String, Object> fields) {

    /// What was written down anyway.
    ///
    /// @param cause names what it is made of; only its hash goes along, for it may say more than
    ///   whoever counts should know
    static Event of(
            String name,
            String cause,
            @Nullable PlayerId player,
            Instant at,
            Map<String, Object> fields) {
        return new Event(named(name + "\n" + cause), name, player, null, at, fields);
    }

    static String named(String cause) {
        return Digest.sha256(cause).substring(0, AnalyticsLimits.NAME);
    }

    /// As it is written down; a time is milliseconds since 1970.
    Map<String, Object> line(int version, String source, Instant received) {
        var line = new LinkedHashMap<String, Object>();
        line.put("id", id);
        line.put("name", name);
        line.put("version", version);
        line.put("source", source);
        if (player != null) line.put("player", player.value());
        if (session != null) line.put("session", session);
        line.put("happened", at.toEpochMilli());
        line.put("received", received.toEpochMilli());
        line.putAll(fields);
        return line;
    }
}
