package games.drawbridge.simulation;

import games.drawbridge.history.Line;
import games.drawbridge.simulation.Network.Blocked;
import games.drawbridge.simulation.Plan.Fault;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Does to the world what the plan says, and undoes all of it.
final class Faults {
    /// Tail of a stream that a server's disk may be behind.
    private static final int TAIL = 6;

    private final World world;
    private final Dice dice;
    private boolean healed;
    private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);

    Faults(World world) {
        this.world = world;
        this.dice = world.dice;
    }

    Map<Fault, Integer> counts() {
        return counts;
    }

    /// @param from and `to`: nanoseconds of the world's time
    void plan(long from, long to) {
        var kinds = List.copyOf(world.plan.faults());
        for (int i = 0; i < world.plan.count(); i++) {
            var fault = dice.oneOf(kinds);
            long at = from + dice.millis(0, (to - from) / 1_000_000).toNanos();
            world.agenda.at(at, () -> happen(fault));
        }
    }

    private void happen(Fault fault) {
        counts.merge(fault, 1, Integer::sum);
        var slot = dice.happens(0.7) ? world.ownersSlot() : dice.oneOf(world.slots());
        var player = dice.oneOf(world.players());
        world.history.add(new Line.Fault(world.agenda.now(), fault + " " + slot.id));
        switch (fault) {
            case KILL -> kill(slot);
            case DRAIN -> drain(slot);
            case PAUSE -> pause(slot);
            case CUT_STORES -> cutStores(slot);
            case CUT_PLAYERS -> cutPlayers(slot);
            case TUNNEL -> tunnel(player);
            case CLOG -> clog(player);
            case STORM -> storm();
            case REDIS_AWAY -> redis(() -> {});
            case REDIS_LOSS -> redis(this::lose);
            case SPOIL -> world.bucket.spoil("/snapshots/");
            case NIGHT -> world.players().forEach(it -> away(it, dice.millis(62_000, 75_000)));
        }
    }

    private void later(Duration time, Runnable undo) {
        world.agenda.after(
                time,
                () -> {
                    if (!healed) undo.run();
                });
    }

    private void kill(Slot slot) {
        if (slot.running().life.isDead()) return;
        slot.kill(dice.happens(0.2));
        later(dice.millis(200, 6_000), () -> restart(slot));
    }

    private void drain(Slot slot) {
        slot.drain();
        later(dice.millis(8_000, 20_000), () -> restart(slot));
    }

    private static void restart(Slot slot) {
        if (slot.running().life.isDead()) slot.start();
    }

    private void pause(Slot slot) {
        var life = slot.running().life;
        life.pause();
        later(dice.millis(100, 9_000), life::goOn);
    }

    private void cutStores(Slot slot) {
        var life = slot.running().life;
        var link = slot.link();
        boolean table = dice.happens(0.7);
        boolean redis = !table || dice.happens(0.5);
        if (table) world.table.cut(life, true);
        if (redis) link.cut(true);
        later(
                dice.millis(200, 9_000),
                () -> {
                    world.table.cut(life, false);
                    link.cut(false);
                });
    }

    private void cutPlayers(Slot slot) {
        boolean in = dice.happens(0.7);
        world.network.block(slot.id, new Blocked(in, !in || dice.happens(0.6)));
        later(dice.millis(200, 9_000), () -> world.network.block(slot.id, Blocked.NOT));
    }

    private void tunnel(Player player) {
        if (dice.happens(0.5)) player.cut(dice.happens(0.3));
        else away(player, dice.millis(200, 10_000));
    }

    private void away(Player player, Duration time) {
        player.goAway(dice.happens(0.5));
        later(time, player::come);
    }

    private void clog(Player player) {
        var wire = player.wire();
        if (wire == null) return;
        world.network.clog(wire, true);
        later(dice.millis(200, 8_000), () -> world.network.clog(wire, false));
    }

    private void storm() {
        world.turns(Weather.STORM);
        later(dice.millis(500, 6_000), () -> world.turns(world.plan.weather()));
    }

    private void redis(Runnable meanwhile) {
        world.redis.stop();
        meanwhile.run();
        later(dice.millis(0, 5_000), world.redis::start);
    }

    private void lose() {
        if (dice.happens(0.3)) world.redis.loseEverything();
        else world.redis.loseTail(TAIL, dice);
    }

    /// Everything works again.
    void heal() {
        healed = true;
        world.turns(Weather.CALM);
        world.redis.start();
        for (var slot : world.slots()) {
            world.table.cut(slot.running().life, false);
            slot.link().cut(false);
            slot.running().life.goOn();
            if (slot.isLeaving()) slot.kill(false);
            restart(slot);
            world.network.block(slot.id, Blocked.NOT);
        }
        for (var player : world.players()) {
            var wire = player.wire();
            if (wire != null) world.network.clog(wire, false);
            player.come();
        }
    }
}
