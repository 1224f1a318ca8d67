package games.drawbridge.model.region;

import static games.drawbridge.model.room.Decision.accept;
import static games.drawbridge.model.room.Decision.deny;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.region.Region.Arrived;
import games.drawbridge.model.region.Region.Departed;
import games.drawbridge.model.region.Region.Entered;
import games.drawbridge.model.region.Region.Event;
import games.drawbridge.model.region.Region.Marched;
import games.drawbridge.model.region.Region.Send;
import games.drawbridge.model.region.Region.TurnedBack;
import games.drawbridge.model.room.Decision;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.Note;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How troops go from tile to tile, and from region to region. Over a border they go as a note:
/// from the moment in which they depart here until they enter there they are in it alone.
final class Marching {
    private static final String ARRIVALS = "arrivals";

    private Marching() {}

    static Decision<Event> send(RegionState state, Send send, Turn turn) {
        var ground = state.terrain();
        var tile = ground.has(send.from()) ? state.tile(send.from()) : null;
        if (tile == null || !tile.owner().equals(turn.player())) return deny("not-yours");
        var beyond = beyond(ground, send);
        if (send.region() != null && beyond == null) return deny("no-such-neighbour");
        var to = beyond == null ? send.to() : beyond.side().edge(ground, send.from());
        if (beyond == null && (!ground.isLand(to) || to.equals(send.from())))
            return deny("no-land");
        if (send.troops() < 1 || send.troops() > tile.troops()) return deny("not-enough-troops");
        if (isFull(state)) return deny("too-many-marches");
        var march = march(state, turn.player(), send.from(), to, send.troops(), beyond, turn.at());
        return Decision.<Event>accept(new Marched(march)).with(ring(state, march));
    }

    private static @Nullable Beyond beyond(Terrain ground, Send send) {
        var region = send.region();
        return region == null
                ? null
                : ground.side(region).map(it -> new Beyond(region, it, send.to())).orElse(null);
    }

    /// The move that the march came of.
    static Send asked(March march) {
        var beyond = march.beyond();
        return beyond == null
                ? new Send(march.from(), march.to(), march.troops())
                : new Send(march.from(), beyond.to(), march.troops(), beyond.region());
    }

    private static boolean isFull(RegionState state) {
        return state.marches().size() >= RegionLimits.MARCHES;
    }

    private static March march(
            RegionState state,
            PlayerId by,
            At from,
            At to,
            int troops,
            @Nullable Beyond beyond,
            Instant at) {
        long start = at.toEpochMilli();
        long arrival = start + (long) from.distance(to) * state.terrain().pace();
        return new March(state.marched() + 1, by, from, to, troops, start, arrival, beyond);
    }

    private static Effect ring(RegionState state, March next) {
        long first = state.nextArrival().orElse(Long.MAX_VALUE);
        return new Effect.SetTimer(ARRIVALS, Math.min(next.arrivesAt(), first));
    }

    // ---- arriving ----

    static Decision<Event> arrivals(RegionState state, Instant now) {
        var events = new ArrayList<Event>();
        var effects = new ArrayList<Effect>();
        var after = state;
        for (var march : due(state, now)) {
            var beyond = march.beyond();
            if (beyond == null) {
                var arrived = new Arrived(march, reached(after, march));
                events.add(arrived);
                after = after.arrived(march, arrived.tile());
            } else {
                events.add(new Departed(march));
                effects.add(tell(beyond.region(), crossing(march, beyond)));
                after = after.without(march);
            }
        }
        var next = after.nextArrival();
        if (next.isPresent()) effects.add(new Effect.SetTimer(ARRIVALS, next.getAsLong()));
        return new Decision.Accepted<>(events, effects);
    }

    private static Crossing crossing(March march, Beyond beyond) {
        return new Crossing(
                march.by(),
                beyond.side(),
                march.from(),
                march.to(),
                beyond.to(),
                march.troops(),
                null);
    }

    private static Effect tell(String region, Crossing crossing) {
        return new Effect.Tell(crossing.by(), new RoomId(Region.KIND + ":" + region), crossing);
    }

    private static List<March> due(RegionState state, Instant now) {
        var due = new ArrayList<March>();
        state.marches()
                .forEach((_, march) -> {
                    if (march.arrivesAt() <= now.toEpochMilli()) due.add(march);
                });
        due.sort((one, other) ->
                one.arrivesAt() == other.arrivesAt()
                        ? Long.compare(one.id(), other.id())
                        : Long.compare(one.arrivesAt(), other.arrivesAt()));
        return due;
    }

    private static Tile reached(RegionState state, March march) {
        var tile = state.tile(march.to());
        return tile == null
                ? new Tile(march.by(), march.troops(), false)
                : tile.reachedBy(march.by(), march.troops());
    }

    // ---- over the border ----

    /// Troops have come to the border from outside, or those that left come back.
    static Decision<Event> told(RegionState state, Crossing crossing, Note note, Instant at) {
        if (note.returned() || crossing.why() != null) return back(state, crossing, at);
        var ground = state.terrain();
        if (!ground.isLand(crossing.to())) return refuse(crossing, note, "no-land");
        if (isFull(state)) return refuse(crossing, note, "too-many-marches");
        var entry = crossing.side().opposite().edge(ground, crossing.exit());
        return enter(
                state,
                march(state, crossing.by(), entry, crossing.to(), crossing.troops(), null, at));
    }

    private static Decision<Event> refuse(Crossing crossing, Note note, String why) {
        return Decision.<Event>accept(new TurnedBack(crossing, why))
                .with(tell(note.from().name(), crossing.back(why)));
    }

    /// They go home. However many march here: they did before.
    private static Decision<Event> back(RegionState state, Crossing crossing, Instant at) {
        var exit = crossing.exit();
        var home = crossing.home();
        return enter(state, march(state, crossing.by(), exit, home, crossing.troops(), null, at));
    }

    private static Decision<Event> enter(RegionState state, March march) {
        return accept((Event) new Entered(march)).with(ring(state, march));
    }
}
