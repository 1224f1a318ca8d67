package games.drawbridge.functions.analytics;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What there is to tell of a player: the account was made, a device logged in, or goes on.
final class PlayerEvents {
    private PlayerEvents() {}

    static List<Event> of(DynamodbStreamRecord record) {
        var now = new Image(record.getDynamodb().getNewImage());
        String pk = now.text("pk");
        if (now.text("sk").equals("PROFILE"))
            return List.of(created(pk.substring("PLAYER#".length()), now));
        var player = new PlayerId(now.text("player"));
        long used = now.number("usedAt");
        var at = Instant.ofEpochMilli(used);
        if (record.getEventName().equals("INSERT"))
            return List.of(Event.of("login", pk, player, at, Map.of()));
        long before = new Image(record.getDynamodb().getOldImage()).number("usedAt");
        return used == before
                ? List.of()
                : List.of(Event.of("session_renewed", pk + "\n" + used, player, at, Map.of()));
    }

    private static Event created(String id, Image profile) {
        var at = Instant.ofEpochMilli(profile.number("createdAt"));
        return Event.of("player_created", id, new PlayerId(id), at, Map.of());
    }
}
