package games.drawbridge.model.market;

import java.util.ArrayList;
import java.util.List;

/// A shelf as it was seen last.
///
/// @param known whether anybody has looked yet
/// @param offers the cheapest piece first
/// @param closed that went lately and never come back: an index that is late would bring them again
public record ShelfState(boolean known, List<OnOffer> offers, List<OfferId> closed) {
    static final ShelfState UNKNOWN = new ShelfState(false, List.of(), List.of());

    public ShelfState {
        offers = List.copyOf(offers);
        closed = List.copyOf(closed);
    }

    /// What changes when this is seen.
    Shelf.Event changes(Look look) {
        var seen = look.offers().stream().map(OnOffer::id).toList();
        return new Shelf.Event(
                look.offers().stream()
                        .filter(it -> !offers.contains(it) && !closed.contains(it.id()))
                        .toList(),
                offers.stream()
                        .map(OnOffer::id)
                        .filter(it -> !seen.contains(it))
                        .map(look::gone)
                        .toList());
    }

    ShelfState after(Shelf.Event event) {
        var next = new ArrayList<>(offers);
        next.removeIf(it -> event.changes(it.id()));
        next.addAll(event.came());
        next.sort(OnOffer.BY_COST);
        var gone = new ArrayList<>(closed);
        event.gone().stream().filter(Gone::isForGood).map(Gone::id).forEach(gone::add);
        int spare = Math.max(0, gone.size() - MarketLimits.CLOSED);
        return new ShelfState(true, next, gone.subList(spare, gone.size()));
    }
}
