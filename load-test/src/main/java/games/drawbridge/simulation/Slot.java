package games.drawbridge.simulation;

import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.title.Title;
import games.drawbridge.realtime.archive.Archive;
import games.drawbridge.realtime.log.Logs;
import games.drawbridge.realtime.room.Opener;
import games.drawbridge.realtime.room.Rooms;
import java.time.Duration;

/// One node's place behind the load balancer, and the lives that it has there one after the other.
final class Slot {
    /// Events between two snapshots: few, so that an evening has many.
    private static final int SNAPSHOT_EVERY = 40;

    final NodeId id;
    private final World world;
    private Node node;
    private int lives;

    private record Node(Running running, Heart heart, StreamLink link) {}

    Slot(NodeId id, World world) {
        this.id = id;
        this.world = world;
        this.node = begun();
    }

    Running running() {
        return node.running;
    }

    StreamLink link() {
        return node.link;
    }

    boolean isHealthy() {
        return node.heart.isHealthy();
    }

    /// A new process, in place of the dead one.
    void start() {
        node = begun();
    }

    boolean isLeaving() {
        return node.heart.isDraining();
    }

    /// Ends the process as an operator does: it gives its rooms away first.
    void drain() {
        var leaver = node;
        new Departure(leaver.running, leaver.heart, world::ticket)
                .begin(() -> {
                    leaver.heart.end();
                    leaver.running.life.kill();
                    leaver.link.broken();
                });
    }

    /// @param silently the machine is gone as well: nobody says that the sockets are dead
    void kill(boolean silently) {
        var life = node.running.life;
        life.kill();
        node.link.broken();
        if (!silently) node.running.wires().forEach(Wire::reset);
    }

    private Node begun() {
        var generation = id + "." + ++lives;
        var skew = world.dice.millis(0, 400).minusMillis(200);
        var life = new Life(generation, world.agenda, skew);
        var link = new StreamLink(world.agenda, world.dice, world.redis, life, world.weather);
        var rooms = rooms(life, link);
        var running = new Running(id, life, rooms, world.tickets, world.seams);
        var heart = new Heart(world.nodes, world.table, running, life::kill);
        life.after(Duration.ofMillis(world.dice.upTo(800)), () -> heart.start(running::listen));
        return new Node(running, heart, link);
    }

    private Rooms rooms(Life life, StreamLink link) {
        var seams = world.seams;
        var recorded = new Recorded(world.rows, world.table, life, world.dice, world::renewed);
        var records = seams.records(recorded);
        var slots = seams.slots(world.durable.of(life));
        var opener =
                new Opener(
                        Title.TITLE,
                        records,
                        new Logs(seams.streams(link), slots, life, id),
                        new Archive(world.bucket.of(life), life),
                        SNAPSHOT_EVERY,
                        () -> life,
                        life.clock());
        return new Rooms(id, life.generation, records, opener, life.clock());
    }
}
