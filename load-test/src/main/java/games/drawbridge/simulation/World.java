package games.drawbridge.simulation;

import games.drawbridge.history.History;
import games.drawbridge.history.Line;
import games.drawbridge.model.room.AckLevel;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.wire.Ticket;
import games.drawbridge.realtime.placement.Placement;
import games.drawbridge.simulation.Slotted.Stored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// All that there is on one evening.
final class World {
    private static final int NODES = 3;

    final Agenda agenda = new Agenda();
    final Dice dice;
    final Plan plan;
    final Seams seams;
    final History history = new History();
    final Map<String, Ticket> tickets = new HashMap<>();
    final Map<String, String> hashes = new HashMap<>();
    final Service table;
    final Slotted durable;
    final Bucketed bucket;
    final StreamServer redis;
    final RoomRows rows;
    final NodeRows nodes;
    final Network network;
    final JoinCall joinCall;
    final List<Table> tables = new ArrayList<>();
    private final Service s3;
    private final Map<NodeId, Slot> fleet = new LinkedHashMap<>();
    Weather weather;

    World(Dice dice, Plan plan, Seams seams) {
        this.dice = dice;
        this.plan = plan;
        this.seams = seams;
        this.weather = plan.weather();
        table = new Service(agenda, dice, weather, 2_000, 12_000);
        s3 = new Service(agenda, dice, weather, 20_000, 100_000);
        durable = new Slotted(table, stored -> safe(stored, AckLevel.DURABLE));
        bucket = new Bucketed(s3);
        redis = new StreamServer(stored -> safe(stored, AckLevel.LIVE));
        rows = new RoomRows(agenda);
        nodes = new NodeRows(agenda);
        network = new Network(agenda, dice, node -> Objects.requireNonNull(fleet.get(node)));
        var functions = new Life("functions", agenda, Duration.ZERO);
        joinCall = new JoinCall(rows, nodes, table, network, functions, this::ticket);
    }

    void begin() {
        for (int i = 1; i <= NODES; i++) {
            var id = new NodeId("n" + i);
            fleet.put(id, new Slot(id, this));
        }
    }

    List<Slot> slots() {
        return List.copyOf(fleet.values());
    }

    Slot slot(NodeId id) {
        return Objects.requireNonNull(fleet.get(id));
    }

    NodeId node(String ticket) {
        return Objects.requireNonNull(tickets.get(ticket)).node();
    }

    List<Player> players() {
        return tables.stream().flatMap(it -> it.players().stream()).toList();
    }

    /// Of some room's owner.
    Slot ownersSlot() {
        return slot(rows.head(dice.oneOf(tables).room()).node());
    }

    void turns(Weather next) {
        weather = next;
        table.turns(next);
        s3.turns(next);
        slots().forEach(it -> it.link().turns(next));
    }

    /// A ticket's text, for whoever is shown it.
    String ticket(Ticket ticket) {
        var text = "ticket-" + tickets.size();
        tickets.put(text, ticket);
        return text;
    }

    private void safe(Stored stored, AckLevel level) {
        var batch = stored.batch();
        var room = stored.room();
        if (batch.n() == 0)
            history.add(new Line.TookOver(agenda.now(), batch.node(), room, batch.epoch()));
        if (batch.entries().isEmpty()) return;
        long seq = batch.entries().getLast().seq();
        history.add(new Line.Safe(agenda.now(), room, batch.epoch(), seq, level));
    }

    /// An owner found its epoch used up.
    void renewed(Placement now) {
        history.add(new Line.Fenced(agenda.now(), now.node(), now.room(), now.epoch() - 1));
    }
}
