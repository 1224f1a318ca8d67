package games.drawbridge.simulation;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Settings;
import games.drawbridge.realtime.archive.Manifest;
import games.drawbridge.realtime.placement.Placement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Some players around one room, each with a next move now and then.
final class Table {
    private static final int MOST_UNANSWERED = 6;

    private final RoomId room;
    private final World world;
    private final Duration thinking;
    private final List<Player> players = new ArrayList<>();
    private boolean closing;
    private int moves;

    private Table(RoomId room, World world, int players, Duration thinking) {
        this.room = room;
        this.world = world;
        this.thinking = thinking;
        for (int i = 1; i <= players; i++)
            this.players.add(new Player(new PlayerId(room + "-p" + i), room, world));
    }

    static Table relay(World world) {
        var table =
                new Table(
                        new RoomId("relay"),
                        world,
                        2 + world.dice.upTo(3),
                        Duration.ofMillis(200 + world.dice.upTo(1_500)));
        var ack = world.plan.level().name().toLowerCase(Locale.ROOT);
        table.create("relay", new Settings(Map.of("ack", ack)));
        return table;
    }

    static Table four(World world) {
        var table = new Table(new RoomId("four"), world, 2, Duration.ofMillis(1_500));
        table.create("four-in-a-row", new Settings(Map.of("turnSeconds", 5)));
        return table;
    }

    private void create(String kind, Settings settings) {
        var slot = world.dice.oneOf(world.slots());
        world.rows.create(
                new Placement(
                        room,
                        kind,
                        settings,
                        players.getFirst().id(),
                        world.dice.next(),
                        true,
                        slot.id,
                        slot.running().life.generation,
                        1,
                        1,
                        Manifest.NONE));
    }

    RoomId room() {
        return room;
    }

    List<Player> players() {
        return players;
    }

    /// Everybody comes, one after the other, and moves until the table closes.
    void begin() {
        for (int i = 0; i < players.size(); i++) {
            var player = players.get(i);
            world.agenda.after(world.dice.millis(i * 100L, 100 + i * 700L), player::come);
            next(player);
        }
    }

    private void next(Player player) {
        world.agenda.after(
                world.dice.about(thinking),
                () -> {
                    if (closing) return;
                    if (player.isIn() && player.unanswered() < MOST_UNANSWERED) player.move(body());
                    next(player);
                });
    }

    private Json body() {
        return room.value().equals("relay")
                ? new Json("\"" + ++moves + "\"")
                : new Json("{\"drop\":" + world.dice.upTo(7) + "}");
    }

    /// Nobody begins another move.
    void close() {
        closing = true;
    }
}
