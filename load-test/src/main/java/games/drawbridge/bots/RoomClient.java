package games.drawbridge.bots;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// One player's place in one room, held through cuts of the socket: what the contract asks of a
/// client and no more. It keeps every event it was told, and complains when the node breaks its
/// promises.
public final class RoomClient implements AutoCloseable {
    private static final int MOST_TRIES = 20;

    private final Api api;
    private final Account account;
    private final String room;
    private final List<JsonNode> events = new ArrayList<>();
    private final TreeMap<Long, String> unanswered = new TreeMap<>();
    private final Queue<JsonNode> rest = new ArrayDeque<>();
    private URI url;
    private GameSocket socket;
    private @Nullable String resume;
    private @Nullable JsonNode state;
    private long epoch;
    private long eventEpoch;
    private long seq;
    private long lastId;

    /// Enters with the seat that a room call gave.
    public RoomClient(Api api, Account account, JsonNode seat) {
        this.api = api;
        this.account = account;
        this.room = seat.get("room").asText();
        this.url = URI.create(seat.get("url").asText());
        this.socket = GameSocket.open(api.http(), url);
        try {
            hello("ticket", seat.get("ticket").asText());
            rejoin();
        } catch (Closed closed) {
            comeBack(closed.code());
        }
    }

    private void hello(String by, String secret) {
        socket.send("{\"t\":\"hello\",\"%s\":\"%s\"}".formatted(by, secret));
        resume = socket.next("welcome").get("resume").asText();
    }

    private void entered(JsonNode joined) {
        String mode = joined.get("mode").asText();
        check(joined.path("why").asText().equals("lost"), "what was told is lost: " + joined);
        if (!mode.equals("resumed")) {
            if (state != null) rest.add(joined);
            state = joined.get("state");
            seq = joined.get("seq").asLong();
            lastId = Math.max(lastId, joined.get("lastMove").asLong());
        }
        if (!mode.equals("resumed")) epoch = joined.get("epoch").asLong();
        unanswered.headMap(joined.get("lastMove").asLong(), true).clear();
    }

    /// Cuts the socket and comes back: with the resume token, or asking the join call again.
    public void cutAndReturn(boolean throughJoinCall) {
        socket.cut();
        comeBack(throughJoinCall ? 4200 : 1006);
    }

    /// What the contract asks of a client whose socket was closed.
    private void comeBack(int code) {
        for (int i = 0, reason = code; i < MOST_TRIES; i++) {
            if (reason >= 4400 || reason == 4302) throw new Closed(reason);
            try {
                if (reason >= 4200) throughJoinCall();
                else resume();
                return;
            } catch (Closed again) {
                reason = again.code() == 1006 ? 4200 : again.code();
            } catch (CompletionException refused) {
                reason = 4200; // the node is away: ask where the room is now
            }
            Pause.millis(200L * (i + 1));
        }
        throw new Closed(code);
    }

    private void resume() {
        socket = GameSocket.open(api.http(), url);
        hello("resume", String.valueOf(resume));
        rejoin();
    }

    private void throughJoinCall() {
        var join = api.post("/v1/rooms/" + room + "/join", account.token(), "{}");
        if (join.body().path("code").asText().equals("room-over")) {
            readTheRest();
            return;
        }
        enter(join.ok());
    }

    private void enter(JsonNode seat) {
        url = URI.create(seat.get("url").asText());
        socket = GameSocket.open(api.http(), url);
        hello("ticket", seat.get("ticket").asText());
        rejoin();
    }

    private void rejoin() {
        var position = state == null ? "" : ",\"epoch\":%d,\"seq\":%d".formatted(epoch, seq);
        socket.send("{\"t\":\"join\",\"room\":\"%s\"%s}".formatted(room, position));
        var frame = socket.next("joined", "moved");
        if (frame.get("t").asText().equals("moved")) {
            enter(frame);
            return;
        }
        entered(frame);
        unanswered.forEach(this::sendOnce);
    }

    /// Should the room be over by the time that we come back, its log has the rest.
    private void readTheRest() {
        var log = api.get("/v1/rooms/" + room + "/log?after=" + seq, account.token()).ok();
        for (var event : log.get("events")) rest.add(((ObjectNode) event).put("t", "event"));
    }

    /// Asks for the next move; its answer is one of the next frames.
    public long move(String body) {
        unanswered.put(++lastId, body);
        send(lastId, body);
        return lastId;
    }

    private void send(long id, String body) {
        try {
            sendOnce(id, body);
        } catch (Closed closed) {
            comeBack(closed.code()); // which sends it again
        }
    }

    private void sendOnce(long id, String body) {
        socket.send(
                "{\"t\":\"move\",\"room\":\"%s\",\"id\":%d,\"body\":%s}".formatted(room, id, body));
    }

    /// The next frame that is news: an event after the last one, an answer to a move, or a `joined`
    /// with a state in place of the events that were missed.
    public JsonNode next() {
        while (true) {
            JsonNode frame = nextFrame();
            switch (frame.get("t").asText()) {
                case "event" -> {
                    if (happened(frame)) return frame;
                }
                case "ack" -> {
                    unanswered.remove(frame.get("id").asLong());
                    return frame;
                }
                case "deny" -> {
                    if (!frame.has("retryIn")) unanswered.remove(frame.get("id").asLong());
                    return frame;
                }
                case "joined" -> {
                    return frame;
                }
                case "moved" -> follow(frame);
                default -> {}
            }
        }
    }

    /// Goes where the room went.
    private void follow(JsonNode moved) {
        socket.close();
        try {
            enter(moved);
        } catch (Closed closed) {
            comeBack(closed.code());
        } catch (CompletionException refused) {
            comeBack(4200);
        }
    }

    private JsonNode nextFrame() {
        while (rest.isEmpty()) {
            try {
                return socket.next();
            } catch (Closed closed) {
                comeBack(closed.code());
            }
        }
        return rest.remove();
    }

    private boolean happened(JsonNode event) {
        long next = event.get("seq").asLong();
        if (next <= seq) return false;
        check(next != seq + 1, "event " + next + " after " + seq);
        check(seq > 0 && event.get("epoch").asLong() < eventEpoch, "an epoch went back: " + event);
        eventEpoch = event.get("epoch").asLong();
        seq = next;
        epoch = event.get("epoch").asLong();
        events.add(event);
        if (event.path("by").asText().equals(account.player()))
            unanswered.remove(event.path("id").asLong());
        return true;
    }

    private void check(boolean broken, String promise) {
        if (broken) throw new IllegalStateException(room + " " + account.player() + ": " + promise);
    }

    /// Sends again what this denial turned away, once the time it names is over.
    public void againLater(JsonNode denial) {
        Pause.millis(denial.get("retryIn").asLong());
        again(denial.get("id").asLong());
    }

    /// Whether the move waits for its answer still.
    public boolean waits(long id) {
        return unanswered.containsKey(id);
    }

    /// Sends again what was turned away for now.
    public void again(long id) {
        var body = unanswered.get(id);
        if (body != null) send(id, body);
    }

    public String room() {
        return room;
    }

    public Account account() {
        return account;
    }

    /// The state that the room was entered with.
    public JsonNode state() {
        return Objects.requireNonNull(state);
    }

    /// Every event told since the room was entered.
    public List<JsonNode> events() {
        return events;
    }

    @Override
    public void close() {
        socket.close();
    }
}
