package games.drawbridge.model.finance;

import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All contracts with affiliates.
public final class Contracts {
    private final Map<String, TreeMap<YearMonth, Contract>> contracts = new HashMap<>();

    /// @param contracts at most one of each affiliate and month
    public Contracts(Collection<Contract> contracts) {
        for (Contract each : contracts)
            this.contracts
                    .computeIfAbsent(each.affiliate(), _ -> new TreeMap<>())
                    .put(each.from(), each);
    }

    /// What holds for the sales of a month; empty when nothing was agreed.
    public Optional<Contract> of(String affiliate, YearMonth month) {
        return Optional.ofNullable(contracts.get(affiliate))
                .map(all -> all.floorEntry(month))
                .map(Map.Entry::getValue);
    }
}
