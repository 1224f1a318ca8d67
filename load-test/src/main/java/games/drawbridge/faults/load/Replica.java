package games.drawbridge.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.history.Hash;
import games.drawbridge.history.History;
import games.drawbridge.history.Line;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.wire.NodeFrame.Mode;
import games.drawbridge.model.wire.NodeFrame.Why;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What one client knows of a room: up to where it has applied the log, and which of its moves wait
/// for an answer. Whatever it learns it writes into the history.
final class Replica {

    /// A move without an answer.
    ///
    /// @param againAt when it is to be sent again, in nanoseconds; never while on its way
    private record Waiting(String body, long sentAt, long triedAt, long againAt) {}

    private final RoomId room;
    private final PlayerId player;
    private final Mind mind;
    private final History history;
    private final Answers answers;
    private final TreeMap<Long, Waiting> waiting = new TreeMap<>();
    private final Map<String, Integer> resets = new HashMap<>();
    private boolean entered;
    private long epoch;
    private volatile long seq;
    private long lastId;
    private volatile int unanswered;

    Replica(RoomId room, PlayerId player, Mind mind, History history, Answers answers) {
        this.room = room;
        this.player = player;
        this.mind = mind;
        this.history = history;
        this.answers = answers;
    }

    // ---- in ----

    void joined(JsonNode frame, long now) {
        var mode = mode(frame.get("mode").asText());
        var why = why(frame.path("why").asText());
        var state = mode == Mode.RESUMED ? null : frame.get("state");
        long last = frame.get("lastMove").asLong();
        history.add(
                new Line.Joined(
                        now,
                        player,
                        room,
                        mode,
                        why,
                        frame.get("epoch").asLong(),
                        frame.get("seq").asLong(),
                        last,
                        state == null ? null : Hash.of(state)));
        if (mode == Mode.RESET) resets.merge(String.valueOf(why), 1, Integer::sum);
        if (state != null) begin(frame, state);
        lastId = Math.max(lastId, last);
        waiting.headMap(last, true).clear();
        count();
    }

    private void begin(JsonNode frame, JsonNode state) {
        entered = true;
        epoch = frame.get("epoch").asLong();
        seq = frame.get("seq").asLong();
        mind.state(state);
    }

    /// @return false when events before it are missing: then nothing is applied
    boolean event(JsonNode frame, long now) {
        long next = frame.get("seq").asLong();
        if (next <= seq) return true;
        if (next > seq + 1) return false;
        var by = frame.has("by") ? new PlayerId(frame.get("by").asText()) : null;
        var id = frame.has("id") ? Long.valueOf(frame.get("id").asLong()) : null;
        var body = frame.get("body");
        epoch = frame.get("epoch").asLong();
        seq = next;
        history.add(new Line.Told(now, player, room, epoch, next, by, id, Hash.of(body)));
        mind.event(body);
        if (id != null && player.equals(by)) answered(id, now);
        return true;
    }

    void ack(JsonNode frame, long now) {
        long id = frame.get("id").asLong();
        history.add(new Line.Acknowledged(now, player, room, id, frame.get("seq").asLong()));
        answered(id, now);
    }

    private void answered(long id, long now) {
        var move = waiting.remove(id);
        count();
        if (move != null) answers.add(new Answers.Answer(move.sentAt(), move.triedAt(), now));
    }

    void deny(JsonNode frame, long now) {
        long id = frame.get("id").asLong();
        boolean again = frame.has("retryIn");
        history.add(new Line.Denied(now, player, room, id, code(frame), again));
        var move = waiting.get(id);
        if (move == null) return;
        if (again) {
            long at = now + 1_000_000 * frame.get("retryIn").asLong();
            waiting.put(id, new Waiting(move.body(), move.sentAt(), move.triedAt(), at));
        } else {
            waiting.remove(id);
            count();
        }
    }

    void member(JsonNode frame, long now) {
        if (frame.get("status").asText().equals("away"))
            answers.away(new PlayerId(frame.get("player").asText()), now);
    }

    /// The client starts over, as if it had never been there.
    void forget() {
        entered = false;
        waiting.clear();
        count();
    }

    // ---- out ----

    String join() {
        var position = entered ? ",\"epoch\":%d,\"seq\":%d".formatted(epoch, seq) : "";
        return "{\"t\":\"join\",\"room\":\"%s\"%s}".formatted(room, position);
    }

    /// The mind's next move, if it has one and may.
    @Nullable String next(long now) {
        if (waiting.size() >= mind.atOnce()) return null;
        var body = mind.move();
        if (body.isEmpty()) return null;
        waiting.put(++lastId, new Waiting(body.get(), now, now, Long.MAX_VALUE));
        count();
        return sent(lastId, body.get(), now);
    }

    /// Moves that are to be sent again by now, oldest first.
    ///
    /// @param all whether the socket is a new one, so that none of them is on its way
    List<String> again(long now, boolean all) {
        var frames = new ArrayList<String>();
        waiting.replaceAll((id, move) -> {
            if (!all && move.againAt() > now) return move;
            frames.add(sent(id, move.body(), now));
            return new Waiting(move.body(), move.sentAt(), now, Long.MAX_VALUE);
        });
        return frames;
    }

    private String sent(long id, String body, long now) {
        history.add(new Line.Sent(now, player, room, id, Hash.of(body)));
        return "{\"t\":\"move\",\"room\":\"%s\",\"id\":%d,\"body\":%s}".formatted(room, id, body);
    }

    private void count() {
        unanswered = waiting.size();
    }

    // ---- for others to look at ----

    boolean over() {
        return mind.over();
    }

    long seq() {
        return seq;
    }

    int unanswered() {
        return unanswered;
    }

    /// How often the state was thrown away, by reason.
    Map<String, Integer> resets() {
        return resets;
    }

    private static Mode mode(String word) {
        return Mode.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static @Nullable Why why(String word) {
        return word.isEmpty() ? null : Why.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Code code(JsonNode frame) {
        var word = frame.get("code").asText();
        return Code.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
