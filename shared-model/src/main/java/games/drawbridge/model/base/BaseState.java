package games.drawbridge.model.base;

import games.drawbridge.model.wallet.Unit;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// A base as it stands.
///
/// @param parcels that wait, by the seq of the event that brought each
/// @param shelf what was unpacked, and how much of each
public record BaseState(Map<Long, Map<Unit, Long>> parcels, Map<Unit, Long> shelf) {
    static final BaseState EMPTY = new BaseState(Map.of(), Map.of());

    public BaseState {
        parcels = Collections.unmodifiableMap(new TreeMap<>(parcels));
        shelf = Map.copyOf(shelf);
    }

    BaseState with(long seq, Map<Unit, Long> goods) {
        var more = new TreeMap<>(parcels);
        more.put(seq, goods);
        var next = new BaseState(more, shelf);
        return more.size() > BaseLimits.PARCELS ? next.unpacked(more.firstKey()) : next;
    }

    BaseState unpacked(long parcel) {
        var fewer = new TreeMap<>(parcels);
        var goods = fewer.remove(parcel);
        if (goods == null) return this;
        var more = new HashMap<>(shelf);
        goods.forEach((unit, amount) -> more.merge(unit, amount, Long::sum));
        return new BaseState(fewer, more);
    }
}
