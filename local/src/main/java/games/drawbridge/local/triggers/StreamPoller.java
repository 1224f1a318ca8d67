package games.drawbridge.local.triggers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.local.lambda.Outcome;
import games.drawbridge.local.template.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Reads one table's stream for one function, shard by shard, in order.
final class StreamPoller implements Runnable {
    private static final System.Logger LOG = System.getLogger(StreamPoller.class.getName());

    private final Trigger.OfStream trigger;
    private final String stream;
    private final Engine engine;
    private final Work work;
    private final Shards shards;
    private final List<EventPattern> patterns;
    private final Instant since;

    /// @param stream the stream's ARN
    StreamPoller(Trigger.OfStream trigger, String stream, Engine engine, Work work) {
        this.trigger = trigger;
        this.stream = stream;
        this.engine = engine;
        this.work = work;
        this.shards = new Shards(trigger, stream, engine);
        this.patterns =
                trigger.patterns().stream()
                        .map(each -> EventPattern.read(trigger.name(), each))
                        .toList();
        this.since = engine.checkpoints().since(trigger.name(), engine.clock().instant());
    }

    @Override
    public void run() {
        try {
            while (work.goesOn()) {
                try {
                    rounds(shards.readable());
                } catch (RuntimeException trouble) {
                    // A disturbed call fails in its own way.
                    if (!work.goesOn()) return;
                    LOG.log(System.Logger.Level.WARNING, trigger.name(), trouble);
                    shards.restart();
                    Thread.sleep(TriggerLimits.TROUBLE);
                }
            }
        } catch (InterruptedException _) {
            // the world stops
        }
    }

    /// Goes round the shards until it is time to ask which there are.
    private void rounds(List<String> readable) throws InterruptedException {
        // A new stream has no shard before its first change.
        var wait = readable.isEmpty() ? TriggerLimits.QUIET : TriggerLimits.SHARDS;
        var until = engine.clock().instant().plus(wait);
        boolean all = true;
        while (all && engine.clock().instant().isBefore(until)) {
            boolean busy = false;
            for (String shard : readable) {
                var changes = new ArrayList<Change>();
                all &= collect(shard, changes);
                handle(shard, changes);
                busy |= !changes.isEmpty();
            }
            Thread.sleep(busy ? TriggerLimits.BUSY : TriggerLimits.QUIET);
        }
    }

    /// One look, or more while the batch may still grow.
    ///
    /// @return whether the shard goes on
    private boolean collect(String shard, List<Change> into) throws InterruptedException {
        boolean more = shards.look(shard, into);
        Instant full = engine.clock().instant().plus(trigger.batch().window());
        while (more && !into.isEmpty() && into.size() < trigger.batch().size()) {
            var left = Duration.between(engine.clock().instant(), full);
            if (!left.isPositive()) return true;
            Thread.sleep(left.compareTo(TriggerLimits.QUIET) < 0 ? left : TriggerLimits.QUIET);
            more = shards.look(shard, into);
        }
        return more;
    }

    private void handle(String shard, List<Change> changes) throws InterruptedException {
        if (changes.isEmpty()) return;
        var wanted = changes.stream().filter(this::wanted).toList();
        int size = trigger.batch().size();
        for (int at = 0; at < wanted.size(); at += size)
            new StreamBatch(trigger, engine.clock(), new Around(shard))
                    .run(wanted.subList(at, Math.min(wanted.size(), at + size)));
        settle(shard, changes.getLast());
    }

    private boolean wanted(Change change) {
        // "Latest" is when the trigger was first started, even if the world has stopped since.
        // Streams tell the time in seconds.
        if (!trigger.fromStart() && change.at().plusSeconds(1).isBefore(since)) return false;
        return patterns.isEmpty() || patterns.stream().anyMatch(each -> each.fits(change.event()));
    }

    private void settle(String shard, Change last) {
        engine.checkpoints().settle(trigger.name(), shard, last.sequence());
    }

    private final class Around implements StreamBatch.Surroundings {
        private final String shard;

        Around(String shard) {
            this.shard = shard;
        }

        @Override
        public Work.Piece begin() throws InterruptedException {
            return work.begin();
        }

        @Override
        public Outcome invoke(ObjectNode event) throws InterruptedException {
            return engine.invoke(trigger.function(), event);
        }

        @Override
        public void settled(Change last) {
            settle(shard, last);
        }

        @Override
        public void giveUp(StreamBatch.Part part, String condition) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "%s gave up %d changes: %s"
                            .formatted(trigger.name(), part.changes().size(), condition));
            var letter = new GivenUp(engine, trigger.function(), condition, part.tries());
            trigger.onFailure()
                    .ifPresent(queue -> engine.send(queue, letter.changes(stream, shard, part)));
        }

        @Override
        public void pause(int tries) throws InterruptedException {
            var wait = TriggerLimits.RETRY.multipliedBy(1L << Math.min(tries - 1, 10));
            boolean tooLong = wait.compareTo(TriggerLimits.LONGEST_RETRY) > 0;
            Thread.sleep(tooLong ? TriggerLimits.LONGEST_RETRY : wait);
        }
    }
}
