package games.drawbridge.bots.evening;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One socket of a bot and the rooms that it is in there, the first of which its ticket is for.
/// Finds its way back whenever it is lost.
final class Line {
    private static final int FIRST_PAUSE = 100;
    private static final int LONGEST_PAUSE = 5_000;

    /// Sockets in a row that were just lost, before the join call is asked.
    private static final int MOST_LOST = 2;

    /// Milliseconds between two looks whether all is well: a node waits 40 s for a sign of life.
    private static final long PULSE = 15_000;

    /// Milliseconds after which a room that had no time is asked again, for the first time and at
    /// most: two thousand who ask without a pause leave it none.
    private static final int AGAIN = 700;

    private static final int LONGEST_AGAIN = 16 * AGAIN;

    private final Town town;
    private final Account account;
    private final RandomGenerator dice;
    private final String home;
    private final Map<String, Stay> stays = new LinkedHashMap<>();
    private final Set<Stay> asking = new HashSet<>();
    private final long pulse;
    private @Nullable WebSocket socket;
    private @Nullable URI url;
    private @Nullable String ticket;
    private @Nullable String resume;
    private int lost;

    /// Which socket it is: what an earlier one still says is passed over.
    private int sockets;

    private int pauses;
    private long pings;
    private boolean ended;

    /// Opens a line to the node of a room.
    Line(Town town, Account account, RandomGenerator dice, Stay home) {
        this.town = town;
        this.account = account;
        this.dice = dice;
        this.home = home.room();
        stays.put(home.room(), home);
        pulse = town.vertx().setPeriodic(PULSE, _ -> pulse());
        ask();
    }

    // ---- rooms ----

    void enter(Stay stay) {
        stays.put(stay.room(), stay);
        send(stay.join());
    }

    /// Enters a room that is made when somebody asks for it.
    void ask(Stay stay) {
        stays.put(stay.room(), stay);
        account.post("join call", "/v1/rooms/" + stay.room() + "/join", "{}")
                .onComplete(_ -> send(stay.join()));
    }

    void exit(Stay stay) {
        stays.remove(stay.room());
    }

    /// Gives the seat back and hangs up.
    void leave() {
        send("{\"t\":\"leave\",\"room\":\"%s\"}".formatted(home));
        end();
    }

    void move(Stay stay, String body) {
        var frame = stay.move(body);
        if (stay.isInside()) send(frame);
    }

    /// Rooms that it is not in, or where moves have no answer yet.
    List<String> waitsFor() {
        return stays.values().stream()
                .filter(stay -> !stay.isSettled())
                .map(stay -> (stay.isInside() ? "an answer of " : "a seat in ") + stay.room())
                .toList();
    }

    void end() {
        ended = true;
        town.vertx().cancelTimer(pulse);
        var open = socket;
        if (open != null) open.close();
    }

    private void send(String frame) {
        var open = socket;
        if (open != null && !open.isClosed()) open.writeTextMessage(frame);
    }

    // ---- the way there ----

    private void ask() {
        if (ended) return;
        account.post("join call", "/v1/rooms/" + home + "/join", "{}")
                .onSuccess(reply -> {
                    if (reply.ok()) moved(reply.body());
                    else if (reply.isPassing()) later(this::ask);
                    else refused(home, reply.code());
                })
                .onFailure(_ -> later(this::ask));
    }

    private void moved(JsonNode seat) {
        url = URI.create(seat.get("url").asText());
        ticket = seat.get("ticket").asText();
        resume = null;
        connect();
    }

    private void connect() {
        var to = url;
        if (ended || to == null) return;
        var options =
                new WebSocketConnectOptions()
                        .setAbsoluteURI(town.roads().apply(to).toString())
                        .addSubProtocol("drawbridge.v1")
                        .setAllowOriginHeader(false) // no browser
                        .setTimeout(10_000);
        town.sockets()
                .connect(options)
                .onSuccess(this::opened)
                .onFailure(_ -> closed(1006)); // no handshake
    }

    private void opened(WebSocket opened) {
        if (ended) {
            opened.close();
            return;
        }
        int own = ++sockets;
        socket = opened;
        opened.textMessageHandler(text -> {
            if (sockets == own) heard(text);
        });
        opened.exceptionHandler(_ -> {});
        opened.closeHandler(_ -> {
            if (sockets != own) return;
            socket = null;
            var code = opened.closeStatusCode();
            closed(code == null ? 1006 : code);
        });
        var hello = new StringBuilder("{\"t\":\"hello\",");
        hello.append(ticket == null ? "\"resume\":\"" : "\"ticket\":\"");
        hello.append(ticket == null ? resume : ticket).append("\"}");
        ticket = null;
        stays.values().forEach(stay -> hello.append('\n').append(stay.join()));
        opened.writeTextMessage(hello.toString());
    }

    private void closed(int code) {
        if (ended) return;
        town.counts().add("sockets lost");
        stays.values().forEach(code / 100 == 43 ? Stay::forget : Stay::dropped);
        if (code / 100 == 44 && code != 4404 && code != 4410)
            account.notes().fault("was turned away with " + code);
        boolean same = resume != null && (code / 100 == 41 || (code < 4100 && ++lost <= MOST_LOST));
        if (!same) resume = null;
        later(same ? this::connect : this::ask);
    }

    /// Full jitter, doubling.
    private void later(Runnable what) {
        int ceiling = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(pauses++, 10));
        town.vertx().setTimer(1 + dice.nextInt(ceiling), _ -> what.run());
    }

    private void refused(String room, String code) {
        var stay = stays.get(room);
        if (room.equals(home)) end();
        if (stay != null) stay.ear().refused(code);
    }

    // ---- what comes ----

    private void heard(String text) {
        town.counts().add("bytes heard", text.length());
        text.lines().forEach(line -> hear(Web.parse(line)));
    }

    private void hear(JsonNode frame) {
        var type = frame.get("t").asText();
        town.counts()
                .add(
                        "frames "
                                + type
                                + (type.equals("error") ? " " + frame.path("code").asText() : ""));
        switch (type) {
            case "welcome" -> resume = frame.get("resume").asText();
            case "pong" -> heads(frame.path("heads"));
            case "drain" ->
                    town.vertx()
                            .setTimer(1 + dice.nextLong(frame.get("within").asLong()), _ -> cut());
            default -> {
                var stay = stays.get(frame.path("room").asText());
                if (stay != null) hear(stay, type, frame);
            }
        }
    }

    private void hear(Stay stay, String type, JsonNode frame) {
        switch (type) {
            case "joined" -> {
                lost = 0;
                pauses = 0;
                stay.joined(frame);
                stay.again().forEach(this::send);
            }
            case "event" -> {
                if (stay.event(frame, account.notes().player())) send(stay.join());
            }
            case "patch" -> stay.ear().patch(frame);
            case "ack" -> stay.ack(frame);
            case "deny" -> denied(stay, frame);
            case "moved" -> follow(stay, frame);
            case "error" -> error(stay, frame.get("code").asText());
            default -> {}
        }
    }

    private void denied(Stay stay, JsonNode frame) {
        if (frame.has("retryIn"))
            town.vertx()
                    .setTimer(
                            Math.max(1, frame.get("retryIn").asLong()),
                            _ -> {
                                if (stay.isInside())
                                    stay.again(frame.get("id").asLong()).forEach(this::send);
                            });
        else stay.denied(frame);
    }

    /// A room that went elsewhere is relayed from there; the ticket's own leads to its new node.
    private void follow(Stay stay, JsonNode moved) {
        if (!stay.room().equals(home)) {
            send(stay.join());
            return;
        }
        hangUp();
        moved(moved);
    }

    private void hangUp() {
        var open = socket;
        socket = null;
        sockets++;
        stays.values().forEach(Stay::dropped);
        if (open != null) open.close();
    }

    private void cut() {
        hangUp();
        resume = null;
        ask();
    }

    /// A room that is busy comes again by itself, unless it was just being entered.
    private void error(Stay stay, String code) {
        if (stay.isInside() && !code.equals("not-owner")) return;
        if (List.of("not-owner", "busy", "internal", "rate").contains(code))
            again(stay, Math.min(LONGEST_AGAIN, AGAIN << Math.min(stay.refused(), 10)));
        else refused(stay.room(), code);
    }

    /// Asks once more to be let in, about so many milliseconds later, unless it is about to.
    void again(Stay stay, int millis) {
        if (!asking.add(stay)) return;
        town.vertx()
                .setTimer(
                        millis / 2 + dice.nextInt(millis),
                        _ -> {
                            asking.remove(stay);
                            if (stays.containsValue(stay) && !stay.isInside()) send(stay.join());
                        });
    }

    // ---- whether all is well ----

    void pulse() {
        if (socket == null) return;
        for (var stay : stays.values())
            if (!stay.isInside() && !asking.contains(stay)) send(stay.join());
        send("{\"t\":\"ping\",\"id\":%d}".formatted(++pings));
    }

    private void heads(JsonNode heads) {
        for (var stay : List.copyOf(stays.values()))
            if (stay.isBehind(heads.path(stay.room()).asLong())) send(stay.join());
    }
}
