package games.drawbridge.bench.wire;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// A time in which players talk by a schedule. It says when each saying is *due*, whatever the
/// server or the generator do: who is late at the start of one is late, and no slow answer keeps
/// the next from being due (so nothing is omitted in coordination with the server).
public final class Talk {
    /// Microseconds between two looks at what is due.
    private static final long LOOK = 500;

    /// Spreads neighbours in time over rooms: a prime that divides no usual number of players.
    private static final int STRIDE = 7919;

    private final Generator generator;
    private final int players;
    private final double interval;
    private final Histogram late = new Histogram(60_000_000, 3);
    private final CompletableFuture<Talk> done = new CompletableFuture<>();
    private long begins;
    private long ends;
    private long said;

    Talk(Generator generator, int players, double perSecond) {
        this.generator = generator;
        this.players = players;
        this.interval = 1_000_000 / perSecond;
    }

    /// Talks and waits for the end of it.
    ///
    /// @param millis of talk
    /// @param warmUp how many of them, at the beginning, do not count
    public Talk run(long millis, long warmUp) {
        generator
                .loop()
                .execute(() -> {
                    begins = generator.micros();
                    ends = begins + millis * 1_000;
                    generator.tally().measureFrom(begins + warmUp * 1_000);
                    look();
                });
        return done.join();
    }

    private void look() {
        long now = generator.micros();
        for (long due = due(); due <= now && due < ends; due = due()) {
            generator.say((int) (said * STRIDE % players), due);
            late.recordValue(Math.min(60_000_000, generator.micros() - due));
            said++;
        }
        if (due() < ends) generator.loop().schedule(this::look, LOOK, TimeUnit.MICROSECONDS);
        else done.complete(this);
    }

    private long due() {
        return begins + (long) (said * interval);
    }

    public long said() {
        return said;
    }

    /// Microseconds that sayings left after they were due: the generator's own delay.
    public Histogram late() {
        return late;
    }
}
