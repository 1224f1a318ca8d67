package games.drawbridge.model.store;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/// How many pieces of one item a player has bought.
///
/// @param ever in all
/// @param within by period of the calendar, as they were named when something was last bought
public record Bought(long ever, Map<String, Long> within) {

    public static final Bought NOTHING = new Bought(0, Map.of());

    public Bought {
        within = Map.copyOf(within);
    }

    /// Pieces bought in the period that the day is in.
    long in(Limit.Per per, LocalDate day) {
        return within.getOrDefault(per.name(day), 0L);
    }

    /// What two accounts bought that are one player's.
    public Bought and(Bought other) {
        var periods = new TreeMap<>(within);
        other.within.forEach((period, pieces) -> periods.merge(period, pieces, Long::sum));
        return new Bought(ever + other.ever, periods);
    }

    /// With so many more bought on that day; periods that are over are forgotten.
    Bought and(int quantity, LocalDate day) {
        var periods = new TreeMap<String, Long>();
        for (var per : Limit.Per.values()) periods.put(per.name(day), in(per, day) + quantity);
        return new Bought(ever + quantity, periods);
    }
}
