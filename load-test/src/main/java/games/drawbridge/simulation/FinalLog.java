package games.drawbridge.simulation;

import games.drawbridge.history.Promise;
import games.drawbridge.history.Violation;
import games.drawbridge.model.room.AckLevel;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Rules;
import games.drawbridge.model.title.Title;
import games.drawbridge.realtime.archive.Archive;
import games.drawbridge.realtime.archive.Manifest;
import games.drawbridge.realtime.archive.Manifest.Segment;
import games.drawbridge.realtime.log.Batch;
import games.drawbridge.realtime.log.Chain;
import games.drawbridge.realtime.placement.Placement;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A room's whole log at the end, from wherever its parts lie.
final class FinalLog {
    /// How often a room's owner may find its own epoch used up: by an answer that was lost while it
    /// began, or when it opens the room again.
    private static final int MOST_FENCED = 5;

    private final World world;
    private final Placement head;
    private final Rules<?, ?, ?> rules;
    private final List<Batch> batches;

    FinalLog(World world, RoomId room) {
        this.world = world;
        this.head = world.rows.head(room);
        this.rules = Title.TITLE.rules(head.kind()).orElseThrow();
        this.batches = whole(head.manifest());
    }

    private AckLevel level() {
        return rules.terms(head.settings()).ack();
    }

    private boolean mayLose() {
        return world.plan.mayLose(level());
    }

    Promise promise() {
        return Promise.of(level()).mayLose(mayLose()).mostFenced(MOST_FENCED).rules(rules);
    }

    List<Batch> batches() {
        return batches;
    }

    private List<Batch> whole(Manifest manifest) {
        if (manifest.whole() != null) return archived(List.of(manifest.whole()));
        var segments = world.rows.segments(head.room(), 0);
        var live =
                level() == AckLevel.DURABLE
                        ? world.durable.log(head.room())
                        : world.redis.log(head.room());
        var last = manifest.archived();
        var rest = live.stream().filter(it -> last == null || it.id().isAfter(last)).toList();
        var old = archived(segments.stream().map(Segment::object).toList());
        return Stream.concat(old.stream(), (mayLose() ? Chain.of(last, rest) : rest).stream())
                .toList();
    }

    private List<Batch> archived(List<Manifest.Stored> objects) {
        return new Archive(world.bucket.now(), world.agenda).batches(objects).join();
    }

    /// Each effect in the log must have been handed over once, and nothing else.
    List<Violation> wrongEffects() {
        var wanted = new TreeMap<String, Effect>();
        for (var batch : batches)
            for (var entry : batch.entries())
                for (int n = 0; n < entry.effects().size(); n++)
                    if (entry.effects().get(n) instanceof Effect.Outward)
                        wanted.put(entry.seq() + "#" + n, entry.effects().get(n));
        if (wanted.equals(world.rows.effects(head.room())) || mayLose()) return List.of();
        var what = "effects " + world.rows.effects(head.room()) + " instead of " + wanted;
        return List.of(new Violation(0, head.room(), what));
    }
}
