package games.drawbridge.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.bots.Closed;
import games.drawbridge.bots.GameSocket;
import games.drawbridge.history.History;
import games.drawbridge.history.Line;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.RoomId;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One player's client in one room: does what the contract asks of a client, for as long as it is
/// let. On a thread of its own.
public final class Player {
    /// Bytes: thousands of players are thousands of threads.
    private static final long STACK = 256 * 1024;

    /// Nanoseconds that a client may be behind a head.
    private static final long BEHIND = 1_000_000_000;

    private final Gate gate;
    private final PlayerId player;
    private final RoomId room;
    private final Manner manner;
    private final History history;
    private final Replica replica;
    private final Route route;
    private volatile boolean calm;
    private volatile boolean leaving;
    private volatile boolean inside;
    private volatile boolean over;
    private volatile boolean gone;
    private volatile String node = "";
    private volatile long joinedAt;
    private volatile @Nullable GameSocket socket;
    private final AtomicInteger disconnects = new AtomicInteger();
    private volatile @Nullable Integer turnedAway;
    private long nextMoveAt;

    Player(
            Gate gate,
            PlayerId player,
            RoomId room,
            @Nullable JsonNode seat,
            Mind mind,
            Manner manner,
            History history,
            Answers answers,
            RandomGenerator dice) {
        this.gate = gate;
        this.player = player;
        this.room = room;
        this.manner = manner;
        this.history = history;
        this.replica = new Replica(room, player, mind, history, answers);
        this.route = new Route(gate, player, room, seat, manner.patience(), dice);
    }

    Player start() {
        Thread.ofPlatform().daemon().stackSize(STACK).name("player " + player).start(this::play);
        return this;
    }

    private void play() {
        while (!leaving && !over) {
            try (var visit = enter()) {
                visit.stay();
            } catch (Closed closed) {
                closed(closed.code());
            } catch (CompletionException _) {
                closed(1006); // no handshake
            } catch (Route.Over _) {
                readTheRest();
            } catch (Route.Away _) {
                // asked again, after a while
            } finally {
                inside = false;
            }
            if (!leaving && !over) route.pause();
        }
        gone = true;
    }

    private Visit enter() {
        var hello = route.next();
        var opened = GameSocket.open(gate.api().http(), hello.url(), manner.patience());
        socket = opened;
        return new Visit(opened, hello);
    }

    private void closed(int code) {
        disconnects.incrementAndGet();
        history.add(new Line.Closed(System.nanoTime(), player, room, code));
        if (code == 4410) {
            readTheRest();
            return;
        }
        if (code / 100 == 44) turnedAway = code;
        if (code / 100 == 43) replica.forget();
        route.closed(code);
    }

    /// Should the room be over by the time that we come back, its log has the rest.
    private void readTheRest() {
        var token = gate.accounts().apply(player.value()).token();
        try {
            var path = "/v1/rooms/" + room + "/log?after=" + replica.seq();
            for (var event : gate.api().get(path, token).ok().get("events"))
                replica.event(((ObjectNode) event).put("t", "event"), System.nanoTime());
            over = true;
        } catch (RuntimeException _) {
            // asked again, after a while
        }
    }

    /// One socket, from its opening to its end.
    private final class Visit implements AutoCloseable {
        private final GameSocket socket;
        private long heardAt = System.nanoTime();
        private long pingedAt;
        private long drainAt = Long.MAX_VALUE;
        private long pings;
        private long missing;
        private long missingSince;
        private boolean joined;

        private Visit(GameSocket socket, Route.Hello hello) {
            this.socket = socket;
            socket.send(hello.frame());
            socket.send(replica.join());
        }

        private void stay() {
            while (!leaving && !over) {
                var frame = socket.poll(manner.tick());
                long now = System.nanoTime();
                if (frame != null && !frame.isMissingNode()) {
                    heardAt = now;
                    heard(frame, now);
                }
                if (now > drainAt) throw new Closed(4201);
                if (isDead(now)) {
                    socket.cut();
                    throw new Closed(1006);
                }
                if (joined) speak(now);
                over = replica.over() && replica.unanswered() == 0;
            }
            if (leaving && joined) socket.send("{\"t\":\"leave\",\"room\":\"%s\"}".formatted(room));
        }

        private void heard(JsonNode frame, long now) {
            switch (frame.get("t").asText()) {
                case "welcome" -> {
                    route.welcome(frame.get("resume").asText());
                    node = frame.get("node").asText();
                }
                case "joined" -> joined(frame, now);
                case "event" -> {
                    if (!replica.event(frame, now)) socket.send(replica.join());
                }
                case "ack" -> replica.ack(frame, now);
                case "deny" -> replica.deny(frame, now);
                case "member" -> replica.member(frame, now);
                case "moved" -> {
                    route.moved(frame.get("url").asText(), frame.get("ticket").asText());
                    throw new Closed(4200);
                }
                case "drain" -> drainAt = now + route.within(frame.get("within").asLong());
                case "pong" -> behind(frame.path("heads").path(room.value()).asLong(), now);
                case "error" -> error(frame);
                default -> {}
            }
        }

        private void joined(JsonNode frame, long now) {
            replica.joined(frame, now);
            route.joined();
            joined = true;
            inside = true;
            joinedAt = now;
            for (String again : replica.again(now, true)) socket.send(again);
        }

        /// What the node has had for a second and we have not is asked for.
        private void behind(long head, long now) {
            if (replica.seq() >= missing) {
                missing = head > replica.seq() ? head : 0;
                missingSince = now;
            } else if (now - missingSince > BEHIND) {
                missing = 0;
                socket.send(replica.join());
            }
        }

        private void error(JsonNode frame) {
            if (joined || frame.path("code").asText().equals("not-owner")) return;
            throw new Closed(4200); // it could not be opened: ask again
        }

        private boolean isDead(long now) {
            long patience = manner.patience().toNanos();
            if (!joined) return now - heardAt > 2 * patience;
            return pingedAt > heardAt && now - pingedAt > patience;
        }

        private void speak(long now) {
            long pulse = manner.pulse().toNanos();
            if (pulse > 0 && heardAt >= pingedAt && now - pingedAt > pulse) {
                pingedAt = now;
                socket.send("{\"t\":\"ping\",\"id\":%d}".formatted(++pings));
            }
            for (String again : replica.again(now, false)) socket.send(again);
            if (calm || now < nextMoveAt) return;
            nextMoveAt = now + manner.every().toNanos();
            var move = replica.next(now);
            if (move != null) socket.send(move);
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    // ---- for others, on any thread ----

    /// Makes no more moves of its own.
    void calm() {
        calm = true;
    }

    void leave() {
        leaving = true;
    }

    /// Cuts the socket, as a tunnel does.
    public void cut() {
        var open = socket;
        if (open != null) open.cut();
    }

    public PlayerId id() {
        return player;
    }

    /// Whether it is in the room at this moment, as far as it knows.
    public boolean isInside() {
        return inside;
    }

    /// When it was let in for the last time, in nanoseconds.
    public long joinedAt() {
        return joinedAt;
    }

    /// The node whose socket it has, or had.
    public String node() {
        return node;
    }

    public boolean isOver() {
        return over;
    }

    boolean isGone() {
        return gone;
    }

    boolean isSettled() {
        return over || (inside && replica.unanswered() == 0);
    }

    long seq() {
        return replica.seq();
    }

    public int disconnects() {
        return disconnects.get();
    }

    public Map<String, Integer> resets() {
        return replica.resets();
    }

    /// A close code with which players are told to stop, if that has happened.
    public @Nullable Integer turnedAway() {
        return turnedAway;
    }
}
