package games.drawbridge.it;

import static games.drawbridge.it.Engine.done;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import games.drawbridge.it.Engine.Guest;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.AckLevel;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.realtime.archive.Manifest.Checkpoint;
import games.drawbridge.realtime.log.Batch;
import games.drawbridge.realtime.placement.Placement;
import games.drawbridge.realtime.room.Position;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a room leaves in the archive, and that it goes on from it, on the real stores.
class ArchiveTest {
    private final Engine engine = new Engine(10);
    private final RoomId room = new RoomId("archive-" + UUID.randomUUID());

    /// A relay room in which so many moves were made.
    private Guest played(AckLevel level, int moves) {
        engine.make(room, "relay", "{\"ack\":\"" + level.name().toLowerCase() + "\"}");
        return played(engine.owner(room, 1).enter("ann", null), 1, moves);
    }

    private static Guest played(Guest guest, int from, int to) {
        for (int i = from; i <= to; i++) {
            guest.move(i, "{\"n\":" + i + "}");
            long seq = i;
            if (i % 5 == 0 || i == to) Await.until(() -> guest.seq() >= seq);
        }
        return guest;
    }

    private Placement row() {
        return engine.placement(room);
    }

    private void archived(int snapshots) {
        Await.until(() -> row().manifest().snapshots().size() == snapshots);
    }

    @ParameterizedTest
    @EnumSource
    void theLogIsCutBehindThreeSnapshots(AckLevel level) {
        played(level, 45);
        Await.until(() -> newest() >= 40);
        assertThat(done(engine.records().segments(room, 0)))
                .extracting(segment -> segment.object().seq())
                .isSorted()
                .last()
                .isEqualTo(newest());
        Await.until(() ->
                engine.logged(level, room).getFirst().entries().isEmpty()
                        || engine.logged(level, room).getFirst().entries().getLast().seq() > 10);
        assertThat(row().manifest().snapshots()).hasSize(3);
    }

    private long newest() {
        var snapshots = row().manifest().snapshots();
        return snapshots.isEmpty() ? 0 : snapshots.getFirst().seq();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIVE", "DURABLE"})
    void theNextOwnerGoesOnFromASnapshot(AckLevel level) {
        played(level, 45);
        archived(3);
        var joined = engine.takeOver(room, 2).enter("ann", new Position(1, 40)).joined();
        assertThat(joined.mode()).isEqualTo(NodeFrame.Mode.RESUMED);
        assertThat(joined.seq()).isEqualTo(45);
        assertThat(joined.lastMove()).isEqualTo(45);
        var third = engine.takeOver(room, 3).enter("ann", null);
        assertThat(third.joined().state().text()).isEqualTo("{\"size\":45}");
        played(third, 46, 60);
    }

    /// The longer a room has lived, the more it would matter: opening it is the same little work.
    @Test
    void aRoomOfAHundredThousandEventsOpensWithUnderASecondOfWork() {
        var usual = new Engine(200);
        usual.make(room, "relay", "{\"ack\":\"live\"}");
        usual.owner(room, 1).enter("ann", null);
        long seq = 0;
        var log = usual.log(AckLevel.LIVE, room, 2);
        done(log.open());
        for (int n = 1; n <= 2_000; n++) {
            var moves = new ArrayList<Entry<Json>>();
            for (int i = 0; i < 50; i++) moves.add(moved(++seq));
            done(log.append(new Batch(2, n, new NodeId("n9"), 1, moves)));
        }
        played(usual.takeOver(room, 2).enter("ann", null), 100_001, 100_001);
        Await.until(() -> newest() > 100_000);
        long before = work();
        var joined = usual.takeOver(room, 3).enter("bob", null).joined();
        long took = work() - before;
        assertThat(joined.seq()).isEqualTo(100_001);
        assertThat(joined.state().text()).isEqualTo("{\"size\":100001}");
        assertThat(took).as("nanoseconds of processor").isLessThan(1_000_000_000);
    }

    private static Entry<Json> moved(long seq) {
        var cause = new Cause.Moved(new PlayerId("ann"), seq);
        var events = List.of(new Json("{\"n\":" + seq + "}"));
        return new Entry<>(cause, seq, seq, events, List.of(), false);
    }

    /// Of all threads of this process, in nanoseconds.
    private static long work() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIVE", "DURABLE"})
    void aSnapshotThatCannotBeReadIsReplacedByTheOneBefore(AckLevel level) {
        played(level, 45);
        archived(3);
        var snapshots = row().manifest().snapshots();
        engine.bucket().put(snapshots.getFirst().key(), new byte[] {1, 2, 3}).join();
        var second = engine.takeOver(room, 2).enter("ann", null);
        assertThat(second.joined().state().text()).isEqualTo("{\"size\":45}");

        engine.bucket().delete(snapshots.stream().map(Checkpoint::key).toList()).join();
        var third = engine.takeOver(room, 3).enter("ann", null);
        assertThat(third.joined().state().text()).isEqualTo("{\"size\":45}");
        assertThat(third.joined().lastMove()).isEqualTo(45);
    }

    @Test
    void aRoomThatIsOverBecomesOneObject() {
        engine.make(room, "four-in-a-row", "{}");
        var owner = engine.owner(room, 1);
        var ann = owner.enter("ann", null);
        var bob = owner.enter("bob", null);
        ann.move(1, "{\"drop\":1}");
        Await.until(() -> bob.seq() >= 1);
        bob.move(1, "{\"resign\":true}");
        Await.until(() -> row().manifest().whole() != null);
        var whole = row().manifest().whole();
        assertThat(whole.seq()).isEqualTo(2);
        assertThat(done(engine.records().segments(room, 0))).isEmpty();
        Await.until(() -> engine.logged(AckLevel.LIVE, room).isEmpty());

        var again = engine.takeOver(room, 2).enter("ann", new Position(1, 1));
        assertThat(again.joined().mode()).isEqualTo(NodeFrame.Mode.RESUMED);
        Await.until(() -> again.seq() == 2);
    }

    @Test
    void aLongRoomThatIsOverIsWhole() {
        engine.make(room, "four-in-a-row", "{}");
        var owner = engine.owner(room, 1);
        var ann = owner.enter("ann", null);
        var bob = owner.enter("bob", null);
        for (int i = 1; i <= 7; i++) {
            int column = (i - 1) / 3; // one on top of the other: nobody gets four
            ann.move(i, "{\"drop\":" + column + "}");
            bob.move(i, "{\"drop\":" + column + "}");
            long seq = 2L * i;
            Await.until(() -> ann.seq() >= seq);
        }
        Await.until(() -> !row().manifest().snapshots().isEmpty());
        bob.move(8, "{\"resign\":true}");
        Await.until(() -> row().manifest().whole() != null);
        var whole = done(engine.archive().batches(java.util.List.of(row().manifest().whole())));
        assertThat(
                        whole.stream()
                                .flatMap(batch -> batch.entries().stream())
                                .flatMap(entry -> entry.events().stream()))
                .hasSize(15);
        Await.until(() -> done(engine.records().segments(room, 0)).isEmpty());
    }
}
