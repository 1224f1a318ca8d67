package games.drawbridge.realtime.log;

import games.drawbridge.model.room.RoomId;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The streams in Redis: `log:ROOM`, one field `b` that holds the batch as JSON. docs/tables.md is
/// the format.
public final class RedisStreams implements Streams {
    /// Seconds after which no owner of a room that is over is late any more.
    private static final int LATE = 24 * 60 * 60;

    private final RedisLink redis;
    private final Convoy appends;

    public RedisStreams(RedisLink redis) {
        this.redis = redis;
        this.appends = new Convoy(redis);
    }

    @Override
    public CompletableFuture<Added> add(RoomId room, Batch batch, boolean begins, long restarts) {
        var request = Request.cmd(Command.XADD).arg(key(room));
        if (!begins) request.arg("NOMKSTREAM");
        request.arg(batch.id().toString()).arg("b").arg(BatchJson.write(batch));
        // a barrier that is sent twice would look like somebody else's
        var sent = begins ? redis.send(request, restarts) : appends.send(request, restarts);
        return sent.thenApply(id -> id == null ? Added.NO_STREAM : Added.YES)
                .exceptionallyCompose(RedisStreams::refused);
    }

    private static CompletableFuture<Added> refused(Throwable error) {
        return String.valueOf(error.getMessage()).contains("equal or smaller")
                ? CompletableFuture.completedFuture(Added.REFUSED)
                : CompletableFuture.failedFuture(error);
    }

    @Override
    public CompletableFuture<List<Batch>> forward(RoomId room, @Nullable BatchId after, int count) {
        return range(Command.XRANGE, room, after == null ? "-" : "(" + after, "+", count);
    }

    @Override
    public CompletableFuture<Optional<Batch>> newest(RoomId room) {
        return range(Command.XREVRANGE, room, "+", "-", 1)
                .thenApply(found -> found.stream().findFirst());
    }

    private CompletableFuture<List<Batch>> range(
            Command command, RoomId room, String from, String end, int count) {
        var request = Request.cmd(command).arg(key(room)).arg(from).arg(end);
        return redis.send(request.arg("COUNT").arg(count)).thenApply(RedisStreams::batches);
    }

    private static List<Batch> batches(@Nullable Response reply) {
        if (reply == null) return List.of();
        return reply.stream().map(entry -> BatchJson.read(entry.get(1).get(1).toString())).toList();
    }

    @Override
    public CompletableFuture<Void> trim(RoomId room, BatchId first) {
        var request = Request.cmd(Command.XTRIM).arg(key(room)).arg("MINID").arg(first.toString());
        return redis.send(request).thenApply(_ -> null);
    }

    @Override
    public CompletableFuture<Void> retire(RoomId room) {
        return redis.send(Request.cmd(Command.XTRIM).arg(key(room)).arg("MAXLEN").arg(0))
                .thenCompose(_ -> redis.send(Request.cmd(Command.EXPIRE).arg(key(room)).arg(LATE)))
                .thenApply(_ -> null);
    }

    @Override
    public long restarts() {
        return redis.connection();
    }

    private static String key(RoomId room) {
        return "log:" + room;
    }
}
