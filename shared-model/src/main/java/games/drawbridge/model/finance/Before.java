package games.drawbridge.model.finance;

import java.util.List;

/// What the month before left to be done.
public record Before(
        List<Line.Open> open, List<Line.Unagreed> unagreed, List<Line.Payout> payouts) {
    public static final Before NOTHING = new Before(List.of(), List.of(), List.of());

    public Before {
        open = List.copyOf(open);
        unagreed = List.copyOf(unagreed);
        payouts = List.copyOf(payouts);
    }

    public static Before of(Statement statement) {
        return new Before(statement.open(), statement.unagreed(), statement.payouts());
    }
}
