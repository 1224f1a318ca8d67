package games.drawbridge.functions.wallet;

import com.fasterxml.jackson.annotation.JsonIgnore;
import games.drawbridge.model.wallet.Unit;
import java.time.Instant;

/// One change of a balance, as its player may read it.
///
/// @param transaction the id of what moved
/// @param reason `prize`, `order`, …
/// @param amount what came in; negative when it went out
/// @param position where it stands in the list
public record LedgerEntry(
        Instant at,
        String transaction,
        String reason,
        Unit unit,
        long amount,
        @JsonIgnore String position) {}
