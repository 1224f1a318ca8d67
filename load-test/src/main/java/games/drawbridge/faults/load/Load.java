package games.drawbridge.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.history.History;
import games.drawbridge.history.Line;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.AckLevel;
import games.drawbridge.model.room.RoomId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Rooms with players in them, who go on until they are told to come to rest.
public final class Load {
    /// Seats that each relay room has for visitors.
    private static final int VISITORS = 2;

    private static final long SECOND = 1_000_000_000;

    private final Gate gate;
    private final Mix mix;
    private final History history = new History();
    private final SplittableRandom dice;
    private final String name;
    private final List<Table> tables = new CopyOnWriteArrayList<>();
    private final List<Thread> openers = new ArrayList<>();
    private volatile boolean calm;

    /// @param name of the players' ids: no two loads share one
    public Load(Gate gate, Mix mix, String name, long seed) {
        this.gate = gate;
        this.mix = mix;
        this.name = name;
        this.dice = new SplittableRandom(seed);
    }

    /// Opens all rooms, one after the other, and waits until everybody is in.
    public void start() {
        for (var level : AckLevel.values())
            for (int i = 0; i < mix.relays(level); i++) tables.add(relay(level));
        for (int i = 0; i < mix.games(); i++) {
            var first = game();
            tables.add(first);
            openers.add(Thread.ofPlatform().daemon().start(() -> gameAfterGame(first)));
        }
    }

    private static boolean isIn(Table table) {
        return table.players().stream().allMatch(it -> it.isInside() || it.isOver());
    }

    private Table relay(AckLevel level) {
        var settings =
                "{\"seats\":%d,\"ack\":\"%s\"}"
                        .formatted(mix.seats() + VISITORS, level.name().toLowerCase(Locale.ROOT));
        return open("relay", level, settings, mix.seats());
    }

    private Table game() {
        return open("four-in-a-row", AckLevel.LIVE, "{}", 2);
    }

    private void gameAfterGame(Table first) {
        var last = first;
        while (!calm) {
            if (last.isOver()) {
                try {
                    last = game();
                    tables.add(last);
                } catch (RuntimeException _) {
                    // the fault is on: once more in a moment
                }
            }
            Waiting.millis(100);
        }
    }

    private Table open(String kind, AckLevel level, String settings, int seats) {
        int number = tables.size();
        var maker = id(number, 0);
        var token = gate.accounts().apply(maker.value()).token();
        var body = "{\"kind\":\"%s\",\"settings\":%s}".formatted(kind, settings);
        var seat = gate.api().post("/v1/rooms", token, body).ok();
        var room = new RoomId(seat.get("room").asText());
        var answers = new Answers();
        var players = new ArrayList<Player>();
        for (int i = 0; i < seats; i++) {
            if (i == 1) awaitMaker(players.getFirst());
            players.add(player(kind, id(number, i), room, i == 0 ? seat : null, answers));
        }
        var table = new Table(room, kind, level, players, answers);
        Waiting.until("everybody is in " + room, 60, () -> isIn(table));
        return table;
    }

    /// Whoever makes a room is its first player.
    private static void awaitMaker(Player maker) {
        Waiting.until("the maker is in", 60, maker::isInside);
    }

    private Player player(
            String kind, PlayerId id, RoomId room, @Nullable JsonNode seat, Answers answers) {
        var mine = dice.split();
        Mind mind =
                kind.equals("relay")
                        ? new Talk(id.value(), mix.size())
                        : new Drops(id.value(), mine.split());
        return new Player(gate, id, room, seat, mind, mix.manner(), history, answers, mine).start();
    }

    /// Somebody more comes to a table, in a manner of their own; [Load#farewell] ends the visit.
    public Player visit(Table table, String who, Gate way, Manner manner) {
        var id = new PlayerId(name + "-" + who);
        var mind = new Talk(id.value(), 0);
        var mine = dice.split();
        return new Player(way, id, table.room(), null, mind, manner, history, new Answers(), mine)
                .start();
    }

    /// The visitor gives the seat back, and expects nothing more of the room.
    public void farewell(Table table, Player visitor) {
        visitor.leave();
        Waiting.until("the visitor has left", 30, visitor::isGone);
        history.add(new Line.Left(System.nanoTime(), visitor.id(), table.room()));
    }

    private PlayerId id(int table, int seat) {
        return new PlayerId("%s-%d-%d".formatted(name, table, seat));
    }

    /// Nobody makes moves any more; everybody gets what they still have to.
    ///
    /// @return seconds until all had everything; -1 when some never did
    public double settle(int mostSeconds) {
        calm = true;
        Waiting.until(
                "no room is being opened", 120, () -> openers.stream().noneMatch(Thread::isAlive));
        tables.stream().flatMap(it -> it.players().stream()).forEach(Player::calm);
        long from = System.nanoTime();
        boolean settled =
                Waiting.became(mostSeconds, () -> tables.stream().allMatch(Table::isSettled));
        return settled ? (double) (System.nanoTime() - from) / SECOND : -1;
    }

    public void stop() {
        calm = true;
        tables.stream().flatMap(it -> it.players().stream()).forEach(Player::leave);
    }

    public List<Table> tables() {
        return tables;
    }

    public List<Player> players() {
        return tables.stream().flatMap(it -> it.players().stream()).toList();
    }

    public History history() {
        return history;
    }
}
