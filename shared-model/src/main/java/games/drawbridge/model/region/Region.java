package games.drawbridge.model.region;

import static games.drawbridge.model.room.Decision.accept;
import static games.drawbridge.model.room.Decision.deny;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Decision;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.Kind;
import games.drawbridge.model.room.Known;
import games.drawbridge.model.room.LatestValue;
import games.drawbridge.model.room.Note;
import games.drawbridge.model.room.Opening;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.room.Stamp;
import games.drawbridge.model.room.Terms;
import games.drawbridge.model.room.Turn;
import games.drawbridge.model.room.WellKnown;
import games.drawbridge.model.wallet.Unit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A part of the map. Players see the tiles and marches that they look at.
public final class Region
        implements WellKnown<RegionState, Region.Move, Region.Event>,
                LatestValue<RegionState, Region.Move, Region.Event> {
    private static final Unit GOLD = new Unit("gold");
    static final String KIND = "region";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Look.class, name = "look"),
        @JsonSubTypes.Type(value = Settle.class, name = "settle"),
        @JsonSubTypes.Type(value = Claim.class, name = "claim"),
        @JsonSubTypes.Type(value = Send.class, name = "march"),
    })
    public sealed interface Move {}

    /// The part of the grid to look at, its north-west corner first.
    public record Look(int x, int y, int width, int height) implements Move {}

    public record Settle(int x, int y) implements Move {}

    public record Claim(int x, int y) implements Move {}

    /// @param region whose `to` is meant, a neighbour's; absent: this one's
    public record Send(At from, At to, int troops, @Nullable String region) implements Move {
        public Send(At from, At to, int troops) {
            this(from, to, troops, null);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Settled.class, name = "settled"),
        @JsonSubTypes.Type(value = Claimed.class, name = "claimed"),
        @JsonSubTypes.Type(value = Marched.class, name = "marched"),
        @JsonSubTypes.Type(value = Arrived.class, name = "arrived"),
        @JsonSubTypes.Type(value = Departed.class, name = "departed"),
        @JsonSubTypes.Type(value = Entered.class, name = "entered"),
        @JsonSubTypes.Type(value = TurnedBack.class, name = "turnedBack"),
    })
    public sealed interface Event {}

    public record Settled(PlayerId player, int x, int y) implements Event {}

    /// @param gold that was found
    public record Claimed(PlayerId player, int x, int y, int gold) implements Event {}

    public record Marched(March march) implements Event {}

    /// @param tile what the march has made of it
    public record Arrived(March march, Tile tile) implements Event {}

    /// A march has left over the border: it is the neighbour's.
    public record Departed(March march) implements Event {}

    /// A march has come over the border; or one that left came back.
    public record Entered(March march) implements Event {}

    /// Troops that came to the border were not let in.
    public record TurnedBack(Crossing crossing, String why) implements Event {}

    @Override
    public Kind<RegionState, Move, Event> kind() {
        return new Kind<>(KIND, RegionState.class, Move.class, Event.class, Crossing.class);
    }

    /// Each map file of the title is a region. Without one it cannot be opened.
    @Override
    public Optional<Known> known(String name) {
        return NAME.matcher(name).matches()
                ? Optional.of(Known.drawn("region/" + name + ".json"))
                : Optional.empty();
    }

    /// Version 2 lets marches over its borders.
    @Override
    public int version() {
        return 2;
    }

    @Override
    public int oldest() {
        return 1;
    }

    @Override
    public Terms terms(Settings settings) {
        return Terms.crowd(RegionLimits.PLAYERS, RegionLimits.HOLD);
    }

    @Override
    public RegionState open(Opening opening) {
        return RegionState.of(Terrain.of(opening.settings()));
    }

    @Override
    public Decision<Event> decide(RegionState state, Move move, Turn turn) {
        return switch (move) {
            case Look _ -> accept();
            case Settle(var x, var y) -> settle(state, new At(x, y), turn.player());
            case Claim(var x, var y) -> claim(state, new At(x, y), turn.player());
            case Send send -> Marching.send(state, send, turn);
        };
    }

    private static Decision<Event> settle(RegionState state, At at, PlayerId player) {
        if (state.bases().has(player.value())) return deny("settled-already");
        if (!state.terrain().isLand(at)) return deny("no-land");
        if (state.tile(at) != null) return deny("taken");
        return accept(new Settled(player, at.x(), at.y()));
    }

    private static Decision<Event> claim(RegionState state, At at, PlayerId player) {
        if (!state.terrain().isLand(at)) return deny("no-land");
        if (state.tile(at) != null) return deny("taken");
        if (!state.borders(player, at)) return deny("too-far");
        int gold = state.gold(at);
        var claimed = Decision.<Event>accept(new Claimed(player, at.x(), at.y(), gold));
        return gold == 0 ? claimed : claimed.with(new Effect.Grant(player, GOLD, gold));
    }

    /// All that have arrived by now, in the order in which they did.
    @Override
    public Decision<Event> timeUp(RegionState state, String timer, Turn turn) {
        return Marching.arrivals(state, turn.at());
    }

    @Override
    public Decision<Event> told(RegionState state, Note note, Turn turn) {
        return note.said() instanceof Crossing crossing
                ? Marching.told(state, crossing, note, turn.at())
                : accept();
    }

    @Override
    public RegionState evolve(RegionState state, Event event, Stamp stamp) {
        return switch (event) {
            case Settled(var player, var x, var y) -> state.settled(player, new At(x, y));
            case Claimed(var player, var x, var y, _) ->
                    state.with(new At(x, y), new Tile(player, 0, false));
            case Marched(var march) -> state.sent(march);
            case Arrived(var march, var tile) -> state.arrived(march, tile);
            case Departed(var march) -> state.without(march);
            case Entered(var march) -> state.under(march);
            case TurnedBack _ -> state;
        };
    }

    @Override
    public Optional<Move> asked(RegionState state, List<Event> events) {
        return switch (events.getFirst()) {
            case Settled(_, var x, var y) -> Optional.of(new Settle(x, y));
            case Claimed(_, var x, var y, _) -> Optional.of(new Claim(x, y));
            case Marched(var march) -> Optional.of(Marching.asked(march));
            case Arrived _, Departed _, Entered _, TurnedBack _ -> Optional.empty();
        };
    }

    // ---- what is seen ----

    /// What a player sees of a region before looking anywhere.
    ///
    /// @param cell tiles along one side of a cell
    /// @param base where the player settled; absent before
    /// @param neighbours the regions around it, by side
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            int width,
            int height,
            int cell,
            int pace,
            List<String> rows,
            @Nullable String base,
            Map<Side, String> neighbours) {}

    @Override
    public Object view(RegionState state, @Nullable PlayerId viewer) {
        var ground = state.terrain();
        return new View(
                ground.width(),
                ground.height(),
                RegionLimits.CELL,
                ground.pace(),
                ground.rows(),
                viewer == null ? null : state.bases().get(viewer.value()),
                ground.neighbours());
    }

    @Override
    public Optional<Set<String>> look(RegionState state, Move move, PlayerId player) {
        return move instanceof Look look
                ? Optional.of(cells(state.terrain(), look))
                : Optional.empty();
    }

    /// What lies outside the grid, or beyond what one may see at once, is left out.
    private static Set<String> cells(Terrain ground, Look look) {
        var cells = new LinkedHashSet<String>();
        long right =
                Math.min(ground.width(), look.x + (long) Math.min(look.width, RegionLimits.VIEW));
        long bottom =
                Math.min(ground.height(), look.y + (long) Math.min(look.height, RegionLimits.VIEW));
        for (int y = Math.max(0, look.y); y < bottom; y++)
            for (int x = Math.max(0, look.x); x < right; x++) cells.add(new At(x, y).cell());
        return cells;
    }

    @Override
    public Map<String, Object> values(RegionState state, String cell) {
        return state.values(cell);
    }

    @Override
    public @Nullable Object value(RegionState state, Spot spot) {
        String[] parts = spot.key().split("[:@]", 3);
        return parts[0].equals("march")
                ? state.march(Long.parseLong(parts[1]))
                : state.shown(new At(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
    }

    @Override
    public Set<Spot> changed(RegionState before, Event event, RegionState after) {
        var spots = new LinkedHashSet<Spot>();
        switch (event) {
            case Settled(_, var x, var y) -> spots.add(spot(new At(x, y)));
            case Claimed(_, var x, var y, _) -> spots.add(spot(new At(x, y)));
            case Marched(var march) -> {
                spots.add(spot(march.from()));
                spots.addAll(spots(march));
            }
            case Arrived(var march, _) -> {
                spots.add(spot(march.to()));
                spots.addAll(spots(march));
            }
            case Departed(var march) -> spots.addAll(spots(march));
            case Entered(var march) -> spots.addAll(spots(march));
            case TurnedBack _ -> {}
        }
        return spots;
    }

    private static List<Spot> spots(March march) {
        return march.cells().stream().map(cell -> new Spot(cell, march.key(cell))).toList();
    }

    private static Spot spot(At at) {
        return new Spot(at.cell(), at.key());
    }
}
