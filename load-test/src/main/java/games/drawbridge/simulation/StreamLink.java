package games.drawbridge.simulation;

import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.log.Batch;
import games.drawbridge.realtime.log.BatchId;
import games.drawbridge.realtime.log.BatchJson;
import games.drawbridge.realtime.log.Streams;
import games.drawbridge.simulation.Service.Refusal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One process's connection to the stream server: commands are done in the order they were sent. A
/// broken connection fails what is under way; the next command makes a new one.
final class StreamLink implements Streams {
    private final Agenda agenda;
    private final Dice dice;
    private final StreamServer server;
    private final Life life;
    private final Queue<Runnable> stalled = new ArrayDeque<>();
    private final Set<CompletableFuture<?>> unanswered = new LinkedHashSet<>();
    private Weather weather;
    private boolean cut;
    private boolean open;
    private long connections;
    private long arrival;

    StreamLink(Agenda agenda, Dice dice, StreamServer server, Life life, Weather weather) {
        this.agenda = agenda;
        this.dice = dice;
        this.server = server;
        this.life = life;
        this.weather = weather;
        server.connect(this);
    }

    void turns(Weather next) {
        weather = next;
    }

    /// Nothing goes through any more, or all that waited.
    void cut(boolean now) {
        cut = now;
        if (cut) return;
        var late = List.copyOf(stalled);
        stalled.clear();
        late.forEach(Runnable::run);
    }

    /// The server is gone, or the connection alone.
    void broken() {
        long lost = connections;
        agenda.after(dice.micros(0, 2_000), () -> life.run(() -> forget(lost)));
    }

    private void forget(long lost) {
        if (lost != connections || cut) return;
        open = false;
        var failed = List.copyOf(unanswered);
        unanswered.clear();
        failed.forEach(it -> it.completeExceptionally(new Refusal("the connection broke")));
    }

    private <T> CompletableFuture<T> send(Supplier<T> command) {
        connect();
        var answer = new CompletableFuture<T>();
        unanswered.add(answer);
        long connection = connections;
        int server = this.server.lives();
        long takes = (dice.happens(weather.slow()) ? dice.millis(0, 2_000) : time()).toNanos();
        arrival = Math.max(arrival, agenda.now() + takes);
        agenda.at(
                arrival,
                () ->
                        arrive(() -> {
                            if (server == this.server.lives()) done(connection, command, answer);
                        }));
        return answer;
    }

    private void connect() {
        if (!open) connections++;
        open = true;
    }

    private void arrive(Runnable command) {
        if (cut || !stalled.isEmpty()) stalled.add(command);
        else command.run();
    }

    private <T> void done(long connection, Supplier<T> command, CompletableFuture<T> answer) {
        if (!server.isUp()) {
            broken();
            return;
        }
        // what a dead connection had sent may be done all the same, for as long as the server lives
        if (connection != connections && dice.happens(0.5)) return;
        if (dice.happens(weather.failing())) {
            broken();
            return;
        }
        T result = command.get();
        if (dice.happens(weather.losing())) broken();
        else
            agenda.after(
                    time(),
                    () -> {
                        if (!cut) life.run(() -> answer(answer, result));
                    });
    }

    @SuppressWarnings("CollectionUndefinedEquality") // which future it is, not what it holds
    private <T> void answer(CompletableFuture<T> answer, T result) {
        if (unanswered.remove(answer)) answer.complete(result);
    }

    private Duration time() {
        return dice.micros(100, 800);
    }

    // ---- the commands ----

    @Override
    public CompletableFuture<Added> add(RoomId room, Batch batch, boolean begins, long restarts) {
        if (restarts() != restarts) return CompletableFuture.failedFuture(new Refusal("another"));
        var json = BatchJson.write(batch);
        return send(() -> server.add(room, BatchJson.read(json), begins));
    }

    @Override
    public CompletableFuture<List<Batch>> forward(RoomId room, @Nullable BatchId after, int count) {
        return send(() -> server.forward(room, after, count));
    }

    @Override
    public CompletableFuture<List<Batch>> backward(
            RoomId room, @Nullable BatchId before, int count) {
        return send(() -> server.backward(room, before, count));
    }

    @Override
    public CompletableFuture<Void> trim(RoomId room, BatchId first) {
        return send(() -> {
            server.trim(room, first);
            return null;
        });
    }

    @Override
    public CompletableFuture<Void> retire(RoomId room) {
        return send(() -> {
            server.retire(room);
            return null;
        });
    }

    @Override
    public long restarts() {
        connect();
        return connections;
    }
}
