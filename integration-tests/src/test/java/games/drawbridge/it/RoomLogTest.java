package games.drawbridge.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.AckLevel;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.log.Batch;
import games.drawbridge.realtime.log.BatchId;
import games.drawbridge.realtime.log.Fenced;
import games.drawbridge.realtime.log.LogTable;
import games.drawbridge.realtime.log.Logs;
import games.drawbridge.realtime.log.RedisLink;
import games.drawbridge.realtime.log.RedisStreams;
import games.drawbridge.realtime.storage.Timers;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every home of a room's log, on the real Redis and the real DynamoDB Local, keeps the same
/// promises.
class RoomLogTest {
    private static final NodeId NODE = new NodeId("n9");
    private static final PlayerId ANN = new PlayerId("ann");
    private static final Vertx VERTX = Vertx.vertx();
    private static final RedisLink REDIS =
            new RedisLink(Redis.createClient(VERTX, TheWorld.world().endpoints().redis()));
    private static final Logs LOGS = logs();

    private final RoomId room = new RoomId("log-" + UUID.randomUUID());

    private static Logs logs() {
        var world = TheWorld.world();
        var table = world.template().variable("ROOMS_TABLE").orElseThrow();
        var io = Executors.newCachedThreadPool();
        var slots = new LogTable(world.aws().dynamoDb(), table, io);
        return new Logs(new RedisStreams(REDIS), slots, Timers.real(), NODE);
    }

    @AfterAll
    static void closes() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @EnumSource
    void theNextOwnerReadsWhatTheLastOneWrote(AckLevel level) {
        var first = LOGS.of(level, room, 1);
        assertThat(done(first.open())).isEmpty();
        done(first.append(batch(1, 1, 1, 2)));
        done(first.append(batch(1, 2, 3, 3)));
        done(first.flushed()); // as in a hand-over

        var second = LOGS.of(level, room, 2);
        assertThat(events(done(second.open()))).containsExactly(1L, 2L, 3L);
        done(second.append(batch(2, 1, 4, 4)));
        done(second.flushed());
        assertThat(events(done(LOGS.of(level, room, 3).open()))).containsExactly(1L, 2L, 3L, 4L);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIVE", "DURABLE"})
    void anOwnerThatLostTheRoomCannotWrite(AckLevel level) {
        var old = LOGS.of(level, room, 1);
        done(old.open());
        done(old.append(batch(1, 1, 1, 1)));
        done(LOGS.of(level, room, 2).open());
        assertThatThrownBy(() -> done(old.append(batch(1, 2, 2, 2))))
                .hasCauseInstanceOf(Fenced.class);
        assertThatThrownBy(() -> done(LOGS.of(level, room, 1).open()))
                .hasCauseInstanceOf(Fenced.class);
        assertThat(events(done(LOGS.of(level, room, 3).open()))).containsExactly(1L);
    }

    @Test
    void anOwnerThatWritesBehindIsStoppedAtItsNextAppend() {
        var old = LOGS.of(AckLevel.MEMORY, room, 1);
        done(old.open());
        done(LOGS.of(AckLevel.MEMORY, room, 2).open());
        done(old.append(batch(1, 1, 1, 1)));
        Await.until(() -> old.append(batch(1, 2, 2, 2)).isCompletedExceptionally());
    }

    @Test
    void roomsThatWriteAtTheSameMomentDoNotFailForOneThatMayNot() {
        var rooms = IntStream.range(0, 50).mapToObj(it -> new RoomId(room + "-" + it)).toList();
        var logs = rooms.stream().map(it -> LOGS.of(AckLevel.LIVE, it, 1)).toList();
        logs.forEach(it -> done(it.open()));
        done(LOGS.of(AckLevel.LIVE, rooms.getFirst(), 2).open());
        var appends = logs.stream().map(it -> it.append(batch(1, 1, 1, 3))).toList();
        assertThatThrownBy(() -> done(appends.getFirst())).hasCauseInstanceOf(Fenced.class);
        for (int i = 1; i < logs.size(); i++) {
            done(appends.get(i));
            var next = LOGS.of(AckLevel.LIVE, rooms.get(i), 2);
            assertThat(events(done(next.open()))).containsExactly(1L, 2L, 3L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOwnerHearsWhetherTheRoomIsStillItsOwn(AckLevel level) {
        var old = LOGS.of(level, room, 1);
        done(old.open());
        done(old.confirm());
        done(old.append(batch(1, 1, 1, 1)));
        done(old.flushed());
        done(old.confirm());
        var next = LOGS.of(level, room, 2);
        done(next.open());
        assertThatThrownBy(() -> done(old.confirm())).hasCauseInstanceOf(Fenced.class);
        done(next.confirm());
        done(next.retire());
        done(next.confirm());
    }

    @ParameterizedTest
    @EnumSource(names = {"LIVE", "DURABLE"})
    void anAppendWhoseAnswerWasLostIsDoneOnce(AckLevel level) {
        var log = LOGS.of(level, room, 1);
        done(log.open());
        done(log.append(batch(1, 1, 1, 1)));
        done(log.append(batch(1, 1, 1, 1)));
        done(log.append(batch(1, 2, 2, 2)));
        assertThat(events(done(LOGS.of(level, room, 2).open()))).containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @EnumSource
    void anEpochBeginsOnce(AckLevel level) {
        var log = LOGS.of(level, room, 1);
        done(log.open());
        done(log.append(batch(1, 1, 1, 1)));
        assertThatThrownBy(() -> done(LOGS.of(level, room, 1).open()))
                .cause()
                .isInstanceOfSatisfying(
                        Fenced.class, fenced -> assertThat(fenced.isByItself()).isTrue());
    }

    @ParameterizedTest
    @EnumSource(names = {"LIVE", "DURABLE"})
    void whatIsTrimmedIsGoneAndStillFenced(AckLevel level) {
        var old = LOGS.of(level, room, 1);
        done(old.open());
        for (long n = 1; n <= 40; n++) done(old.append(batch(1, n, n, n)));
        var log = LOGS.of(level, room, 2);
        done(log.open());
        for (long n = 1; n <= 40; n++) done(log.append(batch(2, n, 40 + n, 40 + n)));
        done(log.trim(new BatchId(2, 31)));
        assertThatThrownBy(() -> done(old.append(batch(1, 41, 41, 41))))
                .hasCauseInstanceOf(Fenced.class);
        assertThat(events(done(LOGS.of(level, room, 3).open())))
                .containsExactlyElementsOf(LongStream.rangeClosed(71, 80).boxed().toList());
    }

    @Test
    void aLiveLogThatTheServerLostIsAddedAgainByItsOwner() {
        var log = LOGS.of(AckLevel.LIVE, room, 1);
        done(log.open());
        for (long n = 1; n <= 5; n++) done(log.append(batch(1, n, n, n)));
        done(REDIS.send(Request.cmd(Command.DEL).arg("log:" + room)));
        done(log.append(batch(1, 6, 6, 6)));
        assertThat(events(done(LOGS.of(AckLevel.LIVE, room, 2).open())))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIVE", "DURABLE"})
    void aLongLogIsReadWhole(AckLevel level) {
        var log = LOGS.of(level, room, 1);
        done(log.open());
        for (long n = 1; n <= 230; n++) done(log.append(batch(1, n, n, n)));
        var next = LOGS.of(level, room, 2);
        done(next.open());
        done(next.append(batch(2, 1, 231, 231)));
        assertThat(events(done(LOGS.of(level, room, 3).open())))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 231).boxed().toList());
    }

    @ParameterizedTest
    @EnumSource
    void bodiesComeBackByteForByte(AckLevel level) {
        var body =
                new Json(
                        "{ \"pi\": 3.140, \"big\": 12345678901234567890123, \"s\": \"\\u00e4ä😀\" }");
        var log = LOGS.of(level, room, 1);
        done(log.open());
        var moved = new Cause.Moved(ANN, 1);
        done(
                log.append(
                        new Batch(
                                1,
                                1,
                                NODE,
                                1,
                                List.of(
                                        new Entry<>(
                                                moved, 1, 1, List.of(body), List.of(), false)))));
        done(log.flushed());
        var found = done(LOGS.of(level, room, 2).open());
        assertThat(found.getLast().entries().getFirst().events()).containsExactly(body);
    }

    /// A batch of one entry that holds the events `from` to `to`.
    private static Batch batch(long epoch, long n, long from, long to) {
        var bodies =
                LongStream.rangeClosed(from, to)
                        .mapToObj(i -> new Json("{\"n\":" + i + "}"))
                        .toList();
        var entry = new Entry<>(new Cause.Moved(ANN, n), 1_000 * n, to, bodies, List.of(), false);
        return new Batch(epoch, n, NODE, 1, List.of(entry));
    }

    private static List<Long> events(List<Batch> batches) {
        return batches.stream()
                .flatMap(batch -> batch.entries().stream())
                .flatMap(entry -> LongStream.rangeClosed(entry.firstSeq(), entry.seq()).boxed())
                .toList();
    }

    private static <T> T done(CompletableFuture<T> future) {
        return future.join();
    }
}
