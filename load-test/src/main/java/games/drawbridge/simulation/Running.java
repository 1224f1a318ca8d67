package games.drawbridge.simulation;

import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.wire.ClientFrame;
import games.drawbridge.model.wire.CloseCode;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.model.wire.Ticket;
import games.drawbridge.realtime.room.Rooms;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One life of a node: the real rooms behind a model of the socket server.
final class Running {
    private static final Duration SWEEP = Duration.ofMillis(250);
    private static final Duration RECHECK = Duration.ofSeconds(2);
    private static final Duration SOCKETS = Duration.ofSeconds(1);

    /// Silence after which a socket counts as dead: two heartbeats.
    private static final long SILENCE = Duration.ofSeconds(40).toNanos();

    private static final NodeFrame.FrameLimits LIMITS = new NodeFrame.FrameLimits(4_096, 10, 20);

    final NodeId node;
    final Life life;
    final Rooms rooms;
    private final Seams seams;
    private final Map<String, Ticket> tickets;
    private final Set<String> used = new HashSet<>();
    private final Map<String, Visit> visits = new HashMap<>();
    private final Set<Wire> wires = new LinkedHashSet<>();
    private boolean listening;

    /// @param tickets all that were ever given out, by their text
    Running(NodeId node, Life life, Rooms rooms, Map<String, Ticket> tickets, Seams seams) {
        this.node = node;
        this.life = life;
        this.rooms = rooms;
        this.tickets = tickets;
        this.seams = seams;
    }

    void listen() {
        listening = true;
        life.every(SWEEP, rooms::sweep);
        life.every(RECHECK, () -> seams.recheck(rooms));
        life.every(SOCKETS, this::sweep);
    }

    boolean isListening() {
        return listening && !life.isDead();
    }

    List<Wire> wires() {
        return List.copyOf(wires);
    }

    void opened(Wire wire) {
        wires.add(wire);
    }

    void received(Wire wire, ClientFrame frame) {
        wire.heardAt = life.now();
        var visit = wire.visit;
        if (visit != null) visit.received(frame);
        else if (frame instanceof ClientFrame.Hello hello) hello(wire, hello);
        else wire.close(CloseCode.NO_HELLO);
    }

    private void hello(Wire wire, ClientFrame.Hello hello) {
        var visit = hello.ticket() != null ? visit(hello.ticket()) : resumed(hello.resume());
        if (visit == null) {
            boolean ticket = hello.ticket() != null;
            wire.close(ticket ? CloseCode.UNAUTHORIZED : CloseCode.RESUME_EXPIRED);
            return;
        }
        wire.visit = visit;
        String token = "resume-" + life.generation + "-" + used.size() + "-" + visits.size();
        used.add(token);
        visits.put(token, visit);
        visit.attach(wire);
        wire.tell(new NodeFrame.Welcome(visit.player(), token, token, node, 20_000, LIMITS));
    }

    private @Nullable Visit resumed(@Nullable String token) {
        return token == null ? null : visits.remove(token);
    }

    private @Nullable Visit visit(String text) {
        var ticket = tickets.get(text);
        if (ticket == null || !ticket.node().equals(node)) return null;
        if (!ticket.generation().equals(life.generation) || !used.add(text)) return null;
        return new Visit(ticket, rooms, seams);
    }

    void disconnected(Wire wire) {
        wires.remove(wire);
        var visit = wire.visit;
        if (visit != null) visit.detach(wire);
    }

    void tellAll(NodeFrame frame) {
        wires().forEach(wire -> wire.tell(frame));
    }

    void closeAll(CloseCode code) {
        listening = false;
        wires().forEach(wire -> wire.close(code));
    }

    private void sweep() {
        for (var wire : wires())
            if (life.now() - wire.heardAt > SILENCE) wire.close(CloseCode.NO_HEARTBEAT);
    }
}
