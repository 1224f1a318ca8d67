package games.drawbridge.model.finance;

import java.util.LinkedHashMap;
import java.util.Map;

/// The foot of a statement, in minor units of the reporting currency. It adds up: gross = tax + fee
/// + net + rounding, and net = own + affiliates + ownRounding.
///
/// @param rows movements of the month
/// @param tests movements without real money, in no sum
/// @param open movements of this and earlier months that nobody says a rate for
/// @param own net of sales that no affiliate brought
/// @param affiliates net of sales that one did
/// @param ownRounding what is left because each of the two was rounded
/// @param shares what of it affiliates earned
/// @param paid what they are paid
public record Totals(
        long rows,
        long tests,
        long open,
        Converted converted,
        long own,
        long affiliates,
        long ownRounding,
        long shares,
        long paid) {

    /// @throws IllegalArgumentException when it does not add up
    public Totals {
        if (converted.net() != own + affiliates + ownRounding)
            throw new IllegalArgumentException(
                    "%d is not %d + %d + %d"
                            .formatted(converted.net(), own, affiliates, ownRounding));
    }

    /// The amounts by their names, as they are shown one below the other.
    public Map<String, Long> lines() {
        var lines = new LinkedHashMap<String, Long>();
        lines.put("gross", converted.gross());
        lines.put("tax", converted.tax());
        lines.put("fee", converted.fee());
        lines.put("net", converted.net());
        lines.put("rounding", converted.rounding());
        lines.put("own", own);
        lines.put("affiliates", affiliates);
        lines.put("ownRounding", ownRounding);
        lines.put("shares", shares);
        lines.put("paid", paid);
        return lines;
    }
}
