package games.drawbridge.model.base;

import static games.drawbridge.model.room.Decision.accept;
import static games.drawbridge.model.room.Decision.deny;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.AckLevel;
import games.drawbridge.model.room.Decision;
import games.drawbridge.model.room.Kind;
import games.drawbridge.model.room.Known;
import games.drawbridge.model.room.Opening;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.room.Stamp;
import games.drawbridge.model.room.Terms;
import games.drawbridge.model.room.Turn;
import games.drawbridge.model.room.WellKnown;
import games.drawbridge.model.wallet.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A player's base, `base:PLAYER`: for its owner only. What they buy while it is open comes there.
public final class Base implements WellKnown<BaseState, Base.Move, Base.Event> {
    private static final String OWNER = "owner";
    private static final int OWNER_LETTERS = 64;
    private static final Pattern PLAYER = Pattern.compile("[A-Za-z0-9_-]{1," + OWNER_LETTERS + "}");

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Unpack.class, name = "unpack"),
    })
    public sealed interface Move {}

    /// @param parcel its seq
    public record Unpack(long parcel) implements Move {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Delivered.class, name = "delivered"),
        @JsonSubTypes.Type(value = Unpacked.class, name = "unpacked"),
    })
    public sealed interface Event {}

    /// A parcel has come; the event's seq names it.
    public record Delivered(Map<Unit, Long> goods) implements Event {
        public Delivered {
            goods = Map.copyOf(goods);
        }
    }

    public record Unpacked(long parcel) implements Event {}

    @Override
    public Kind<BaseState, Move, Event> kind() {
        return new Kind<>("base", BaseState.class, Move.class, Event.class);
    }

    @Override
    public Optional<Known> known(String name) {
        if (!PLAYER.matcher(name).matches()) return Optional.empty();
        var door = new Known.Door.Only(List.of(new PlayerId(name)));
        return Optional.of(new Known(new Settings(Map.of(OWNER, name)), door));
    }

    @Override
    public Terms terms(Settings settings) {
        return new Terms(1, AckLevel.LIVE, BaseLimits.HOLD);
    }

    @Override
    public BaseState open(Opening opening) {
        return BaseState.EMPTY;
    }

    @Override
    public Decision<Event> admit(BaseState state, Turn turn) {
        String owner = turn.settings().text(OWNER, OWNER_LETTERS);
        return turn.player().value().equals(owner) ? accept() : deny("not-yours");
    }

    @Override
    public Decision<Event> decide(BaseState state, Move move, Turn turn) {
        return switch (move) {
            case Unpack(var parcel) ->
                    state.parcels().containsKey(parcel)
                            ? accept(new Unpacked(parcel))
                            : deny("no-such-parcel");
        };
    }

    @Override
    public Decision<Event> bought(BaseState state, Map<Unit, Long> goods, Turn turn) {
        return accept(new Delivered(goods));
    }

    @Override
    public BaseState evolve(BaseState state, Event event, Stamp stamp) {
        return switch (event) {
            case Delivered(var goods) -> state.with(stamp.seq(), goods);
            case Unpacked(var parcel) -> state.unpacked(parcel);
        };
    }

    @Override
    public Optional<Move> asked(BaseState state, List<Event> events) {
        return events.getFirst() instanceof Unpacked(var parcel)
                ? Optional.of(new Unpack(parcel))
                : Optional.empty();
    }
}
