package games.drawbridge.simulation;

import games.drawbridge.model.room.Candidate;
import games.drawbridge.model.title.Title;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A node's beats, as [games.drawbridge.realtime.placement.Heartbeat] makes them: one at a time.
final class Heart {
    private static final Duration EVERY = Duration.ofSeconds(1);

    /// After so long without a beat the node says that it is not well.
    private static final long LEASE = Duration.ofSeconds(3).toNanos();

    private final NodeRows rows;
    private final Service table;
    private final Running node;
    private final Runnable onReplaced;
    private long beatAt;
    private boolean beating;
    private boolean draining;

    Heart(NodeRows rows, Service table, Running node, Runnable onReplaced) {
        this.rows = rows;
        this.table = table;
        this.node = node;
        this.onReplaced = onReplaced;
    }

    /// Takes the slot, and goes on until it is another's.
    void start(Runnable onStarted) {
        begun().whenComplete((_, error) -> {
            if (error != null) {
                start(onStarted);
                return;
            }
            beatAt = node.life.now();
            node.life.every(EVERY, this::beat);
            onStarted.run();
        });
    }

    private CompletableFuture<Boolean> begun() {
        var row = row();
        return table.ask(
                node.life,
                () -> {
                    rows.begin(row);
                    return true;
                });
    }

    private void beat() {
        if (beating) return;
        beating = true;
        long before = node.life.now();
        var row = row();
        table.ask(node.life, () -> rows.beat(row))
                .whenComplete((mine, error) -> {
                    beating = false;
                    if (error != null) return;
                    if (mine) beatAt = before;
                    else onReplaced.run();
                });
    }

    private NodeRows.Row row() {
        var candidate =
                new Candidate(
                        node.node,
                        node.life.generation,
                        node.rooms.count(),
                        draining ? Candidate.State.DRAIN : Candidate.State.OK,
                        Title.TITLE.versions());
        return new NodeRows.Row(candidate, node.life.clock().instant());
    }

    /// Says at once that the node takes no more rooms; answers who else does.
    CompletableFuture<List<Candidate>> drain() {
        draining = true;
        var row = row();
        return table.ask(node.life, () -> rows.beat(row))
                .thenCompose(_ -> table.ask(node.life, rows::beating))
                .thenApply(all -> all.stream().filter(it -> !it.node().equals(node.node)).toList());
    }

    boolean isDraining() {
        return draining;
    }

    /// The node is gone on purpose.
    void end() {
        rows.end(node.node, node.life.generation);
    }

    boolean isHealthy() {
        return node.isListening() && node.life.now() - beatAt < LEASE;
    }
}
