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
import java.util.Optional;
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
    private final Set<Answer<?>> unanswered = new LinkedHashSet<>();
    private Weather weather;
    private boolean cut;
    private boolean open;
    private long connections;

    /// Of the server at the other end.
    private int serverLife;

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
        failed.forEach(it -> it.future.completeExceptionally(new Refusal("the connection broke")));
    }

    /// One command on its way.
    ///
    /// @param connection that it was sent over
    /// @param life of the server that it was sent to
    private record Call<T>(long connection, int life, Supplier<T> command, Answer<T> answer) {}

    private static final class Answer<T> {
        final CompletableFuture<T> future = new CompletableFuture<>();
    }

    private <T> CompletableFuture<T> send(Supplier<T> command) {
        connect();
        var answer = new Answer<T>();
        unanswered.add(answer);
        var call = new Call<>(connections, serverLife, command, answer);
        long takes = (dice.happens(weather.slow()) ? dice.millis(0, 2_000) : time()).toNanos();
        arrival = Math.max(arrival, agenda.now() + takes);
        agenda.at(arrival, () -> arrive(() -> done(call)));
        return answer.future;
    }

    private void connect() {
        if (open) return;
        open = true;
        connections++;
        serverLife = server.lives();
    }

    private void arrive(Runnable command) {
        if (cut || !stalled.isEmpty()) stalled.add(command);
        else command.run();
    }

    private <T> void done(Call<T> call) {
        if (call.life != server.lives() || !server.isUp() || dice.happens(weather.failing())) {
            broken();
            return;
        }
        // what a dead connection had sent may be done all the same
        if (call.connection != connections && dice.happens(0.5)) return;
        T result = call.command.get();
        if (dice.happens(weather.losing())) broken();
        else
            agenda.after(
                    time(),
                    () -> {
                        if (!cut) life.run(() -> answer(call.answer, result));
                    });
    }

    private <T> void answer(Answer<T> answer, T result) {
        if (unanswered.remove(answer)) answer.future.complete(result);
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
    public CompletableFuture<Optional<Batch>> newest(RoomId room) {
        return send(() -> server.newest(room));
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
