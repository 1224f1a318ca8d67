package games.drawbridge.model.finance;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/// Whether a month may be closed.
public sealed interface Asking {

    /// It may, or it is closed already.
    record Welcome() implements Asking {}

    /// It is not over, or was only just.
    record TooEarly(Instant until) implements Asking {}

    /// Months close one after the other.
    ///
    /// @param next whose turn it is
    record NotNext(YearMonth next) implements Asking {}

    /// @param grace from the end of a month until it may be closed
    /// @param first month of the books; empty before any was asked for
    /// @param closed the last month that is closed; empty before there is one
    static Asking of(
            YearMonth month,
            Instant now,
            Duration grace,
            Optional<YearMonth> first,
            Optional<YearMonth> closed) {
        var until = end(month).plus(grace);
        if (now.isBefore(until)) return new TooEarly(until);
        var next = closed.map(it -> it.plusMonths(1)).or(() -> first).orElse(month);
        boolean before = first.isPresent() && month.isBefore(first.get());
        return month.isAfter(next) || before ? new NotNext(next) : new Welcome();
    }

    private static Instant end(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
