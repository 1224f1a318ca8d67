package games.drawbridge.bots.evening;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A bot's place in one room: does what the contract asks of a client there, and notes what it is
/// told.
final class Stay {
    private final String room;
    private final Notes notes;
    private final Counts counts;
    private final InstantSource clock;
    private final Ear ear;
    private final Map<Long, Sent> unanswered = new TreeMap<>();
    private long epoch;
    private long seq = -1;
    private long missing;
    private long lastId;
    private boolean inside;
    private int refusals;

    /// @param at nanoseconds
    private record Sent(String body, long at) {}

    /// What the bot makes of it.
    interface Ear {
        /// @param frame whose state is the room's, unless it is `resumed`
        void joined(JsonNode frame);

        default void event(JsonNode event) {}

        default void patch(JsonNode patch) {}

        default void applied(String body) {}

        default void denied(String body, String why) {}

        /// The room cannot be entered for now.
        default void refused(String code) {}
    }

    Stay(String room, Notes notes, Counts counts, InstantSource clock, Ear ear) {
        this.room = room;
        this.notes = notes;
        this.counts = counts;
        this.clock = clock;
        this.ear = ear;
    }

    String room() {
        return room;
    }

    Ear ear() {
        return ear;
    }

    boolean isInside() {
        return inside;
    }

    /// It is not let in.
    ///
    /// @return how often before, since it was the last time
    int refused() {
        return refusals++;
    }

    boolean isSettled() {
        return inside && unanswered.isEmpty();
    }

    // ---- out ----

    String join() {
        inside = false;
        var position = seq < 0 ? "" : ",\"epoch\":%d,\"seq\":%d".formatted(epoch, seq);
        return "{\"t\":\"join\",\"room\":\"%s\"%s}".formatted(room, position);
    }

    /// The frame of a new move.
    String move(String body) {
        unanswered.put(++lastId, new Sent(body, System.nanoTime()));
        counts.add("moves");
        return frame(lastId, body);
    }

    /// Moves that wait for their answer, oldest first.
    List<String> again() {
        var frames = new ArrayList<String>();
        unanswered.forEach((id, sent) -> frames.add(frame(id, sent.body())));
        return frames;
    }

    /// The frame of one that does, if it does.
    List<String> again(long id) {
        var sent = unanswered.get(id);
        return sent == null ? List.of() : List.of(frame(id, sent.body()));
    }

    private String frame(long id, String body) {
        return "{\"t\":\"move\",\"room\":\"%s\",\"id\":%d,\"body\":%s}".formatted(room, id, body);
    }

    // ---- in ----

    void dropped() {
        inside = false;
    }

    /// The seat is gone, and with it all that was asked from it.
    void forget() {
        inside = false;
        seq = -1;
        unanswered.clear();
    }

    void joined(JsonNode frame) {
        long applied = frame.get("lastMove").asLong();
        if (frame.path("why").asText().equals("lost"))
            notes.fault("was told that something is lost in " + room);
        if (frame.get("mode").asText().equals("fresh")) {
            notes.entered(room, clock.millis());
            unanswered.clear();
            lastId = applied;
        }
        if (!frame.get("mode").asText().equals("resumed")) {
            seq = frame.get("seq").asLong();
            lastId = Math.max(lastId, applied);
        }
        epoch = frame.get("epoch").asLong();
        for (long id : List.copyOf(unanswered.keySet())) if (id <= applied) applied(id, 0);
        inside = true;
        refusals = 0;
        missing = 0;
        ear.joined(frame);
    }

    /// @return whether one is missing before it
    boolean event(JsonNode event, String player) {
        long next = event.get("seq").asLong();
        if (next <= seq) return false;
        if (next > seq + 1) return true;
        seq = next;
        epoch = event.get("epoch").asLong();
        if (event.has("id") && event.path("by").asText().equals(player))
            applied(event.get("id").asLong(), next);
        ear.event(event);
        return false;
    }

    void ack(JsonNode frame) {
        applied(frame.get("id").asLong(), frame.get("seq").asLong());
    }

    private void applied(long id, long at) {
        var sent = unanswered.remove(id);
        if (sent == null) return;
        counts.add("moves acknowledged");
        counts.took("move answered", (System.nanoTime() - sent.at()) / 1e6);
        notes.applied(room, id, at, sent.body());
        ear.applied(sent.body());
    }

    /// A denial for good.
    void denied(JsonNode frame) {
        var sent = unanswered.remove(frame.get("id").asLong());
        if (sent == null) return;
        counts.add("moves denied");
        ear.denied(sent.body(), frame.path("detail").asText());
    }

    /// @return whether it was behind the same head the last time already
    boolean isBehind(long head) {
        boolean behind = inside && missing > seq;
        missing = head > seq ? head : 0;
        return behind && missing > 0;
    }
}
