package games.drawbridge.local.triggers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.lambda.Outcome;
import games.drawbridge.local.template.Trigger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/// Gets a batch of changes handled in their order: tries again, splits it, or gives parts of it up,
/// as the trigger says.
final class StreamBatch {
    private final Trigger.OfStream trigger;
    private final InstantSource clock;
    private final Surroundings surroundings;
    private final Deque<Part> left = new ArrayDeque<>();

    /// What a batch needs from outside.
    interface Surroundings {

        /// What is done until it is closed belongs together.
        Work.Piece begin() throws InterruptedException;

        Outcome invoke(ObjectNode event) throws InterruptedException;

        /// Everything up to this change is settled, for good or ill.
        void settled(Change last);

        void giveUp(Part part, String condition);

        /// Waits before try number `tries` + 1.
        void pause(int tries) throws InterruptedException;
    }

    /// Changes that are tried together.
    ///
    /// @param tries so far
    record Part(List<Change> changes, int tries) {
        Part {
            changes = List.copyOf(changes);
        }

        Part from(int start, int tries) {
            return new Part(changes.subList(start, changes.size()), tries);
        }
    }

    StreamBatch(Trigger.OfStream trigger, InstantSource clock, Surroundings surroundings) {
        this.trigger = trigger;
        this.clock = clock;
        this.surroundings = surroundings;
    }

    /// Returns when every change is settled.
    void run(List<Change> changes) throws InterruptedException {
        left.push(new Part(changes, 0));
        while (!left.isEmpty()) {
            var part = left.pop();
            if (part.tries > 0) surroundings.pause(part.tries);
            try (var _ = surroundings.begin()) {
                attempt(fresh(part));
            }
        }
    }

    private void attempt(Part part) throws InterruptedException {
        if (!part.changes.isEmpty()) take(part, surroundings.invoke(event(part)));
    }

    /// Without what is too old to be tried.
    private Part fresh(Part part) {
        if (trigger.oldest().isEmpty()) return part;
        Instant limit = clock.instant().minus(trigger.oldest().get());
        int old = 0;
        while (old < part.changes.size() && part.changes.get(old).at().isBefore(limit)) old++;
        if (old > 0) give(new Part(part.changes.subList(0, old), part.tries), "RecordAgeExceeded");
        return part.from(old, part.tries);
    }

    private void take(Part part, Outcome outcome) {
        switch (outcome) {
            case Outcome.Answered(var answer) -> {
                var ids = part.changes.stream().map(Change::sequence).collect(Collectors.toSet());
                var failures = BatchFailures.named(answer, ids);
                if (!trigger.partial() || (failures.isPresent() && failures.get().isEmpty()))
                    surroundings.settled(part.changes.getLast());
                else if (failures.isEmpty()) failed(part);
                else failedFrom(part, first(part, failures.get()));
            }
            case Outcome.Throttled _ -> left.push(new Part(part.changes, Math.max(1, part.tries)));
            case Outcome.Failed _, Outcome.TooLarge _ -> failed(part);
        }
    }

    private static int first(Part part, java.util.Set<String> failures) {
        int index = 0;
        while (!failures.contains(part.changes.get(index).sequence())) index++;
        return index;
    }

    /// What stands before the first failure is settled, the rest is tried again.
    private void failedFrom(Part part, int first) {
        if (first > 0) surroundings.settled(part.changes.get(first - 1));
        again(part.from(first, first > 0 ? 1 : part.tries + 1));
    }

    private void failed(Part part) {
        int half = part.changes.size() / 2;
        if (trigger.bisect() && half > 0) {
            // Halves begin where the whole stood: splitting is no try.
            left.push(part.from(half, part.tries));
            left.push(new Part(part.changes.subList(0, half), part.tries));
        } else {
            again(new Part(part.changes, part.tries + 1));
        }
    }

    private void again(Part part) {
        if (trigger.retries() >= 0 && part.tries > trigger.retries())
            give(part, "RetryAttemptsExhausted");
        else left.push(part);
    }

    private void give(Part part, String condition) {
        surroundings.giveUp(part, condition);
        surroundings.settled(part.changes.getLast());
    }

    private static ObjectNode event(Part part) {
        var event = Json.object();
        var records = event.putArray("Records");
        part.changes.forEach(change -> records.add(change.event()));
        return event;
    }
}
