package games.drawbridge.model.market;

import static games.drawbridge.model.room.Decision.accept;
import static games.drawbridge.model.room.Decision.deny;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Decision;
import games.drawbridge.model.room.Kind;
import games.drawbridge.model.room.Known;
import games.drawbridge.model.room.Note;
import games.drawbridge.model.room.Opening;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.room.Stamp;
import games.drawbridge.model.room.Terms;
import games.drawbridge.model.room.Turn;
import games.drawbridge.model.room.WellKnown;
import games.drawbridge.model.wallet.Unit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The live offers of one good, `market:item:disc-blue`: whoever is in it watches. Its owner looks
/// at the market's table while somebody does, and what is new since the look before is one event,
/// however much was traded.
public final class Shelf implements WellKnown<ShelfState, Shelf.Move, Shelf.Event> {
    public static final String KIND = "market";

    /// There is nothing to do here but watch: offers are made and bought by calls.
    public record Move() {}

    /// What is new since the last one.
    ///
    /// @param came also one that was there and is another player's now
    public record Event(List<OnOffer> came, List<Gone> gone) {
        public Event {
            came = List.copyOf(came);
            gone = List.copyOf(gone);
        }

        boolean changes(OfferId id) {
            return gone.stream().anyMatch(it -> it.id().equals(id))
                    || came.stream().anyMatch(it -> it.id().equals(id));
        }

        boolean isEmpty() {
            return came.isEmpty() && gone.isEmpty();
        }
    }

    /// What players see of the state.
    record Seen(boolean known, List<OnOffer> offers) {}

    @Override
    public Kind<ShelfState, Move, Event> kind() {
        return new Kind<>(KIND, ShelfState.class, Move.class, Event.class, Look.class);
    }

    /// All pieces of a unique good lie on one shelf, so a piece has none of its own.
    @Override
    public Optional<Known> known(String name) {
        try {
            var item = new Unit(name);
            return Offer.isGood(item) && item.instance().isEmpty()
                    ? Optional.of(new Known(Settings.NONE, new Known.Door.Open()))
                    : Optional.empty();
        } catch (IllegalArgumentException notAUnit) {
            return Optional.empty();
        }
    }

    @Override
    public Terms terms(Settings settings) {
        return Terms.crowd(MarketLimits.WATCHERS, MarketLimits.HOLD);
    }

    @Override
    public ShelfState open(Opening opening) {
        return ShelfState.UNKNOWN;
    }

    @Override
    public Decision<Event> decide(ShelfState state, Move move, Turn turn) {
        return deny("only-to-watch");
    }

    @Override
    public Decision<Event> told(ShelfState state, Note note, Turn turn) {
        if (!(note.said() instanceof Look look)) return accept();
        var changes = state.changes(look);
        return changes.isEmpty() && state.known() ? accept() : accept(changes);
    }

    @Override
    public ShelfState evolve(ShelfState state, Event event, Stamp stamp) {
        return state.after(event);
    }

    @Override
    public Object view(ShelfState state, @Nullable PlayerId viewer) {
        return new Seen(state.known(), state.offers());
    }
}
