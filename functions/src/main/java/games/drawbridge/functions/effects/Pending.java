package games.drawbridge.functions.effects;

import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.RoomId;
import java.time.Instant;

/// An effect that a room's owner wrote down.
///
/// @param seq of the event it hangs on
/// @param n its position among that turn's effects
/// @param text the effect as JSON, not looked at before it is carried out
record Pending(RoomId room, long seq, int n, String text, Instant at) {
    private static final String ROOM = "ROOM#";

    /// @param pk `ROOM#id`
    /// @param sk `EFFECT#seq#n`
    static Pending of(String pk, String sk, String effect, long at) {
        String[] place = sk.split("#", -1);
        return new Pending(
                new RoomId(pk.substring(ROOM.length())),
                Long.parseLong(place[1]),
                Integer.parseInt(place[2]),
                effect,
                Instant.ofEpochMilli(at));
    }

    Effect effect() {
        return JsonText.read(text, Effect.class);
    }

    /// Names the effect for ever: a transaction and a score of this id happen once.
    String id() {
        return room + "#" + seq + "#" + n;
    }

    String pk() {
        return ROOM + room;
    }

    String sk() {
        return "EFFECT#%012d#%03d".formatted(seq, n);
    }
}
