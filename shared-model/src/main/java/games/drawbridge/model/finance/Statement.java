package games.drawbridge.model.finance;

import java.util.List;

/// A month of the books, closed. The lines of each list are in the order of their names.
public record Statement(
        Totals totals,
        List<Line.PerCurrency> currencies,
        List<Line.Tax> taxes,
        List<Line.Fee> fees,
        List<Line.Conversion> conversions,
        List<Line.Open> open,
        List<Line.Share> shares,
        List<Line.Unagreed> unagreed,
        List<Line.Payout> payouts) {
    public Statement {
        currencies = List.copyOf(currencies);
        taxes = List.copyOf(taxes);
        fees = List.copyOf(fees);
        conversions = List.copyOf(conversions);
        open = List.copyOf(open);
        shares = List.copyOf(shares);
        unagreed = List.copyOf(unagreed);
        payouts = List.copyOf(payouts);
    }
}
