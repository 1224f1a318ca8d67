package games.drawbridge.realtime.log;

import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.storage.Retry;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The live log: one Redis stream per room, entry ids `<epoch>-<n>`. The server refuses an id that
/// is not above the newest, which is the fence; so the stream of a live room is never deleted and
/// never expires.
public final class RedisLog implements RoomLog {
    /// Batches read at a time: enough for a whole replay, small enough not to hold up the server.
    private static final int PAGE = 100;

    private final RedisLink redis;
    private final Retry retry;
    private final String stream;
    private final NodeId node;
    private final long epoch;

    public RedisLog(RedisLink redis, Retry retry, RoomId room, NodeId node, long epoch) {
        this.redis = redis;
        this.retry = retry;
        this.stream = "log:" + room;
        this.node = node;
        this.epoch = epoch;
    }

    @Override
    public CompletableFuture<List<Batch>> open() {
        return append(Batch.barrier(epoch, node))
                .thenCompose(_ -> from("-", "(" + epoch + "-0", new ArrayList<>()));
    }

    @Override
    public CompletableFuture<Void> append(Batch batch) {
        String json = BatchJson.write(batch);
        return retry.until(
                "the live log",
                () ->
                        redis.send(xadd(batch, json))
                                .<Void>thenApply(_ -> null)
                                .exceptionallyCompose(error -> settle(batch, error)));
    }

    private Request xadd(Batch batch, String json) {
        return Request.cmd(Command.XADD).arg(stream).arg(id(batch)).arg("b").arg(json);
    }

    /// The server refused the id. Either an earlier try of ours had arrived after all, or we are
    /// fenced.
    private CompletableFuture<Void> settle(Batch batch, Throwable error) {
        if (!String.valueOf(error.getMessage()).contains("equal or smaller"))
            return CompletableFuture.failedFuture(error);
        return range(Command.XREVRANGE, "+", "-", 1)
                .thenApply(top -> {
                    long theirs = top.getFirst().epoch();
                    if (theirs != batch.epoch()) throw new Fenced(batch.epoch(), theirs);
                    return null;
                });
    }

    @Override
    public CompletableFuture<List<Batch>> after(long seq) {
        return retry.until("the live log", () -> before("+", seq, new ArrayList<>()));
    }

    private CompletableFuture<List<Batch>> before(String end, long seq, List<Batch> found) {
        return range(Command.XREVRANGE, end, "-", PAGE)
                .thenCompose(page -> {
                    for (Batch batch : page) {
                        if (!batch.entries().isEmpty() && !batch.reachesBeyond(seq))
                            return CompletableFuture.completedFuture(found.reversed());
                        found.add(batch);
                    }
                    if (page.size() < PAGE)
                        return CompletableFuture.completedFuture(found.reversed());
                    return before("(" + id(page.getLast()), seq, found);
                });
    }

    private CompletableFuture<List<Batch>> from(String start, String end, List<Batch> found) {
        return retry.until("the live log", () -> range(Command.XRANGE, start, end, PAGE))
                .thenCompose(page -> {
                    found.addAll(page);
                    return page.size() < PAGE
                            ? CompletableFuture.completedFuture(found)
                            : from("(" + id(page.getLast()), end, found);
                });
    }

    private CompletableFuture<List<Batch>> range(
            Command command, String from, String to, int count) {
        var request = Request.cmd(command).arg(stream).arg(from).arg(to).arg("COUNT").arg(count);
        return redis.send(request).thenApply(RedisLog::batches);
    }

    private static List<Batch> batches(Response reply) {
        return reply.stream().map(entry -> BatchJson.read(entry.get(1).get(1).toString())).toList();
    }

    private static String id(Batch batch) {
        return batch.epoch() + "-" + batch.n();
    }
}
