package games.drawbridge.realtime.archive;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.archive.Manifest.Checkpoint;
import games.drawbridge.realtime.archive.Manifest.Segment;
import games.drawbridge.realtime.archive.Manifest.Stored;
import games.drawbridge.realtime.json.Jackson;
import games.drawbridge.realtime.log.Batch;
import games.drawbridge.realtime.log.BatchId;
import games.drawbridge.realtime.log.BatchJson;
import games.drawbridge.realtime.storage.Retry;
import games.drawbridge.realtime.storage.Timers;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// Writes and reads the objects of rooms. Writing goes on until it has succeeded; what a manifest
/// does not name may be there and does not count.
public final class Archive {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /// Reading is tried so often before the next older snapshot is: a room waits for it.
    private static final int READS = 2;

    /// How long what was read ahead is kept for the room that was expected.
    private static final Duration AHEAD = Duration.ofSeconds(30);

    /// What S3 deletes in one call.
    private static final int DELETES = 1_000;

    private final Bucket bucket;
    private final Timers timers;
    private final Retry retry;
    private final Map<String, CompletableFuture<byte[]>> ahead = new ConcurrentHashMap<>();

    public Archive(Bucket bucket, Timers timers) {
        this.bucket = bucket;
        this.timers = timers;
        this.retry = new Retry(timers, TIMEOUT, PAUSE, Corrupt.class);
    }

    /// An object that is not what its manifest says.
    public static final class Corrupt extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Corrupt(String key) {
            super("the archive's object is not what was written: " + key);
        }
    }

    // ---- writing ----

    /// @param batches one at least, in order
    public CompletableFuture<Segment> segment(RoomId room, List<Batch> batches) {
        var last = batches.getLast().id();
        long seq = seq(batches);
        var key = "rooms/%s/segments/%012d-%s.jsonl.gz".formatted(room, seq, last);
        long first =
                batches.stream()
                        .flatMap(batch -> batch.entries().stream())
                        .mapToLong(entry -> entry.firstSeq())
                        .min()
                        .orElse(seq + 1);
        return put(key, pack(batches), seq).thenApply(object -> new Segment(first, last, object));
    }

    public CompletableFuture<Checkpoint> snapshot(RoomId room, Snapshot snapshot) {
        var id = new BatchId(snapshot.epoch(), snapshot.n());
        long seq = snapshot.memo().seq();
        var key = "rooms/%s/snapshots/%012d-%s.json.gz".formatted(room, seq, id);
        return put(key, Gzip.pack(json(snapshot)), seq)
                .thenApply(it -> new Checkpoint(id.epoch(), id.n(), seq, key, it.sha256()));
    }

    /// The log of a room that is over, as one object.
    ///
    /// @param epoch of its owner: what an earlier one still writes has another name
    /// @param rest what stands in no segment
    public CompletableFuture<Stored> whole(
            RoomId room, long epoch, List<Segment> segments, List<Batch> rest) {
        long seq = rest.isEmpty() ? segments.getLast().object().seq() : seq(rest);
        return each(segments, it -> retry.until("the archive", () -> checked(it.object())))
                .thenCompose(parts -> {
                    var all = new ByteArrayOutputStream();
                    parts.forEach(all::writeBytes);
                    all.writeBytes(pack(rest));
                    var key = "rooms/%s/%012d/log.jsonl.gz".formatted(room, epoch);
                    return put(key, all.toByteArray(), seq);
                });
    }

    public CompletableFuture<Void> delete(List<String> keys) {
        if (keys.isEmpty()) return CompletableFuture.completedFuture(null);
        int some = Math.min(keys.size(), DELETES);
        return retry.until("the archive", () -> bucket.delete(keys.subList(0, some)))
                .thenCompose(_ -> delete(keys.subList(some, keys.size())));
    }

    private CompletableFuture<Stored> put(String key, byte[] bytes, long seq) {
        var stored = new Stored(key, Gzip.sha256(bytes), seq);
        return retry.until("the archive", () -> bucket.put(key, bytes)).thenApply(_ -> stored);
    }

    private static byte[] pack(List<Batch> batches) {
        return Gzip.pack(batches.stream().map(it -> BatchJson.write(it) + "\n").collect(joining()));
    }

    /// The newest event in these; 0 for none.
    public static long seq(List<Batch> batches) {
        return batches.stream()
                .flatMap(batch -> batch.entries().stream())
                .mapToLong(entry -> entry.seq())
                .max()
                .orElse(0);
    }

    // ---- reading ----

    /// Reads a snapshot ahead, for a room that will be opened here.
    public void expect(Checkpoint checkpoint) {
        ahead.computeIfAbsent(checkpoint.key(), bucket::get);
        timers.after(AHEAD, () -> ahead.remove(checkpoint.key()));
    }

    /// Fails with [Corrupt], or when it cannot be had for now.
    public CompletableFuture<Snapshot> snapshot(Checkpoint checkpoint) {
        return checked(new Stored(checkpoint.key(), checkpoint.sha256(), checkpoint.seq()))
                .thenApply(bytes -> snapshot(Gzip.unpack(bytes)));
    }

    /// The batches of these objects, in order.
    public CompletableFuture<List<Batch>> batches(List<Stored> objects) {
        return each(objects, this::checked)
                .thenApply(parts ->
                        parts.stream()
                                .flatMap(bytes -> Gzip.unpack(bytes).lines())
                                .map(BatchJson::read)
                                .toList());
    }

    private CompletableFuture<byte[]> checked(Stored stored) {
        return get(stored.key(), READS)
                .thenApply(bytes -> {
                    if (!Gzip.sha256(bytes).equals(stored.sha256()))
                        throw new Corrupt(stored.key());
                    return bytes;
                });
    }

    private CompletableFuture<byte[]> get(String key, int tries) {
        var read = ahead.remove(key);
        return (read == null ? bucket.get(key) : read)
                .exceptionallyCompose(error ->
                        tries > 1 ? get(key, tries - 1) : CompletableFuture.failedFuture(error));
    }

    /// One after the other: a long log is not asked for at once.
    private static <A, B> CompletableFuture<List<B>> each(
            List<A> of, java.util.function.Function<A, CompletableFuture<B>> ask) {
        CompletableFuture<List<B>> all = CompletableFuture.completedFuture(new ArrayList<>());
        for (A one : of)
            all =
                    all.thenCompose(found ->
                            ask.apply(one)
                                    .thenApply(it -> {
                                        found.add(it);
                                        return found;
                                    }));
        return all;
    }

    // ---- JSON ----

    private static String json(Snapshot snapshot) {
        try {
            return Jackson.lenient().writeValueAsString(snapshot);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Snapshot snapshot(String json) {
        try {
            return Jackson.lenient().readValue(json, Snapshot.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
