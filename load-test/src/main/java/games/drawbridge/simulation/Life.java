package games.drawbridge.simulation;

import games.drawbridge.realtime.storage.Timers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// One run of a process, from its start to its death. While it is paused nothing of it happens;
/// then all of it happens late. When it is dead nothing ever does.
final class Life implements Executor, Timers {
    /// From a task's order to its beginning.
    private static final Duration HOP = Duration.ofNanos(20_000);

    final String generation;
    private final Agenda agenda;
    private final Duration skew;
    private final List<Task> waiting = new ArrayList<>();
    private boolean paused;
    private boolean dead;

    /// @param skew how far its clock is ahead of the world's
    Life(String generation, Agenda agenda, Duration skew) {
        this.generation = generation;
        this.agenda = agenda;
        this.skew = skew;
    }

    private static final class Task implements Cancel {
        @Nullable Runnable work;

        Task(Runnable work) {
            this.work = work;
        }

        @Override
        public void cancel() {
            work = null;
        }

        void run() {
            var mine = work;
            if (mine != null) mine.run();
        }
    }

    boolean isDead() {
        return dead;
    }

    boolean isPaused() {
        return paused;
    }

    boolean isRunning() {
        return !dead && !paused;
    }

    /// The process's own clock.
    InstantSource clock() {
        return () -> agenda.instant().plus(skew);
    }

    long now() {
        return agenda.now();
    }

    @Override
    public void execute(Runnable work) {
        after(HOP, work);
    }

    @Override
    public Cancel after(Duration delay, Runnable work) {
        var task = new Task(work);
        agenda.after(delay, () -> due(task));
        return task;
    }

    /// Does this as soon as the process runs: at once, most of the time.
    void run(Runnable work) {
        due(new Task(work));
    }

    /// Again and again, each time so long after the last.
    void every(Duration pause, Runnable work) {
        after(
                pause,
                () -> {
                    work.run();
                    every(pause, work);
                });
    }

    private void due(Task task) {
        if (dead) return;
        if (paused) waiting.add(task);
        else task.run();
    }

    void pause() {
        paused = true;
    }

    void goOn() {
        if (!paused) return;
        paused = false;
        var late = List.copyOf(waiting);
        waiting.clear();
        late.forEach(task -> agenda.after(Duration.ZERO, () -> due(task)));
    }

    void kill() {
        dead = true;
        waiting.clear();
    }
}
