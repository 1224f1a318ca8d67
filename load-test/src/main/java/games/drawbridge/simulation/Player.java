package games.drawbridge.simulation;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.wire.ClientFrame;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.model.wire.NodeFrame.Mode;
import games.drawbridge.realtime.storage.Timers.Cancel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One player's client in one room, doing what the contract asks and the SDK does: it keeps its
/// position and its moves without an answer, goes by the codes of closes, and joins again when it
/// is behind.
final class Player {
    private static final Duration WELCOME = Duration.ofSeconds(8);
    private static final Duration JOINED = Duration.ofSeconds(8);
    private static final Duration PING = Duration.ofSeconds(4);
    private static final Duration PONG = Duration.ofSeconds(5);
    private static final Duration BEHIND = Duration.ofSeconds(1);
    private static final int SOCKET_TRIES = 2;
    private static final int GAPS = 3;
    private static final List<Code> PASSING =
            List.of(Code.NOT_OWNER, Code.BUSY, Code.INTERNAL, Code.RATE, Code.UNAUTHORIZED);

    private static final NodeId NOWHERE = new NodeId("nowhere");

    private final PlayerId id;
    private final RoomId room;
    private final World world;
    private final Life life;
    private final Scribe scribe;
    private final Unanswered moves;
    private final Backoff backoff;
    private @Nullable Wire wire;
    private @Nullable String resume;
    private @Nullable String ticket;
    private NodeId node = NOWHERE;
    private @Nullable Cancel deadline;
    private @Nullable Cancel pong;
    private @Nullable Cancel asking;
    private boolean entering;
    private boolean away;
    private boolean done;
    private int lost;
    private int gaps;
    private long epoch = -1;
    private long seq;

    Player(PlayerId id, RoomId room, World world) {
        this.id = id;
        this.room = room;
        this.world = world;
        this.life = new Life(id.value(), world.agenda, Duration.ZERO);
        this.scribe = new Scribe(world.agenda, world.history, id, room, world.hashes);
        this.backoff = new Backoff(world.dice);
        this.moves = new Unanswered(life, new Sender());
    }

    private final class Sender implements Unanswered.Out {
        @Override
        public void send(long move, Json body) {
            scribe.sent(move, body);
            say(new ClientFrame.Move(room, move, body));
        }

        @Override
        public void forget(long move) {
            scribe.forgot(move);
        }
    }

    PlayerId id() {
        return id;
    }

    @Nullable Wire wire() {
        return wire;
    }

    int unanswered() {
        return moves.size();
    }

    boolean isIn() {
        return wire != null && !entering && !done;
    }

    void move(Json body) {
        moves.add(body);
    }

    /// Comes to the room, or back from where there is no network.
    void come() {
        away = false;
        if (wire == null && asking == null) ask(Duration.ZERO);
    }

    /// Goes where there is no network.
    void goAway(boolean silently) {
        away = true;
        drop(silently);
        stopAsking();
    }

    /// The socket breaks.
    void cut(boolean silently) {
        var mine = wire;
        if (mine == null) return;
        drop(silently);
        ended(Wire.CUT);
    }

    // ---- the way in ----

    private void ask(Duration wait) {
        stopAsking();
        if (away || done) return;
        asking =
                life.after(
                        wait,
                        () -> {
                            asking = null;
                            world.joinCall
                                    .join(room, id)
                                    .whenComplete((seat, error) ->
                                            life.after(
                                                    world.dice.millis(10, 60),
                                                    () -> asked(seat, error)));
                        });
    }

    private void stopAsking() {
        if (asking != null) asking.cancel();
        asking = null;
    }

    private void asked(Optional<String> seat, @Nullable Throwable error) {
        if (away || done) return;
        if (error != null) {
            ask(backoff.next());
        } else if (seat.isPresent()) {
            go(seat.get());
        } else if (wire == null) {
            over();
        }
    }

    private void go(String with) {
        drop(false);
        resume = null;
        ticket = with;
        node = world.node(with);
        open();
    }

    private void over() {
        done = true;
        moves.clear();
        scribe.left();
    }

    private void open() {
        var mine = world.network.connect(node, this);
        wire = mine;
        within(WELCOME);
        mine.send(new ClientFrame.Hello(ticket, resume));
        ticket = null;
        join();
    }

    private void join() {
        entering = true;
        within(JOINED);
        say(epoch < 0 ? ClientFrame.Join.fresh(room) : new ClientFrame.Join(room, epoch, seq));
    }

    /// Gives the socket up unless something comes in time.
    private void within(Duration time) {
        if (deadline != null) deadline.cancel();
        deadline = life.after(time, () -> cut(false));
    }

    private void say(ClientFrame frame) {
        if (wire != null) wire.send(frame);
    }

    private void drop(boolean silently) {
        if (wire != null) wire.leave(silently);
        wire = null;
        entering = false;
        if (deadline != null) deadline.cancel();
        if (pong != null) pong.cancel();
        deadline = pong = null;
        moves.dropped();
    }

    // ---- what comes ----

    void closed(Wire from, int code) {
        if (!from.equals(wire)) return;
        drop(false);
        ended(code);
    }

    private void ended(int code) {
        scribe.closed(code);
        boolean back = code / 100 == 41 || (code == Wire.CUT && ++lost <= SOCKET_TRIES);
        if (back && resume != null) {
            stopAsking();
            asking =
                    life.after(
                            backoff.next(),
                            () -> {
                                asking = null;
                                if (!away && wire == null) open();
                            });
            return;
        }
        lost = 0;
        if (code / 100 == 43) epoch = -1;
        ask(backoff.next());
    }

    void heard(Wire from, NodeFrame frame) {
        if (!from.equals(wire)) return;
        if (pong != null) pong.cancel();
        pong = null;
        switch (frame) {
            case NodeFrame.Welcome welcome -> {
                resume = welcome.resume();
                life.after(PING, () -> ping(from));
            }
            case NodeFrame.Joined joined -> joined(joined);
            case NodeFrame.Ack ack -> {
                scribe.acknowledged(ack);
                moves.applied(ack.id());
            }
            case NodeFrame.Deny deny -> {
                scribe.denied(deny, deny.retryIn() != null);
                moves.denied(deny);
            }
            case NodeFrame.Event event -> {
                if (!entering) event(event);
            }
            case NodeFrame.Live live -> {
                if (!entering && live.seq() > seq) missing();
            }
            case NodeFrame.Pong it -> head(from, it.heads().getOrDefault(room, 0L));
            case NodeFrame.Problem problem -> refused(problem.code());
            case NodeFrame.Moved moved -> go(moved.ticket());
            case NodeFrame.Drain drain -> ask(world.dice.millis(0, drain.within()));
            case NodeFrame.Member _, NodeFrame.Patch _, NodeFrame.Server _, NodeFrame.Mail _ -> {}
        }
    }

    private void ping(Wire on) {
        if (!on.equals(wire)) return;
        say(new ClientFrame.Ping(1));
        if (pong == null) pong = life.after(PONG, () -> cut(true));
        life.after(PING, () -> ping(on));
    }

    private void joined(NodeFrame.Joined joined) {
        scribe.joined(joined);
        entering = false;
        stopAsking();
        lost = 0;
        backoff.reset();
        if (deadline != null) deadline.cancel();
        deadline = null;
        if (joined.mode() != Mode.RESUMED) {
            epoch = joined.epoch();
            seq = joined.seq();
        }
        moves.joined(joined.mode(), joined.lastMove());
    }

    private void event(NodeFrame.Event event) {
        if (event.seq() > seq + 1) {
            missing();
            return;
        }
        if (event.seq() == seq + 1) {
            scribe.told(event);
            seq = event.seq();
            epoch = event.epoch();
            gaps = 0;
        }
        Long move = event.id();
        if (move != null && id.equals(event.by())) moves.applied(move);
    }

    private void head(Wire on, long head) {
        if (head > seq)
            life.after(
                    BEHIND,
                    () -> {
                        if (on.equals(wire) && !entering && seq < head) missing();
                    });
    }

    private void missing() {
        if (++gaps > GAPS) epoch = -1;
        join();
    }

    private void refused(Code code) {
        if (!entering && code != Code.NOT_OWNER) return;
        if (!PASSING.contains(code)) return;
        drop(false);
        ask(backoff.next());
    }
}
