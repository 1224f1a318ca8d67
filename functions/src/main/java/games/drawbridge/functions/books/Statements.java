package games.drawbridge.functions.books;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.model.finance.Asking;
import games.drawbridge.model.room.Json;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The statements, as those see them who ask for one.
public final class Statements {
    private final PeriodTable periods;

    public Statements(Aws aws) {
        periods = new PeriodTable(aws);
    }

    /// How far a month is.
    ///
    /// @param state `asked`, `closing` or `closed`
    /// @param manifest JSON, when it is closed
    public record Progress(YearMonth month, String state, @Nullable Json manifest) {}

    /// Asks for a month to be closed, where that may be.
    public Asking ask(YearMonth month, Instant now) {
        var all = periods.all();
        var closed =
                all.stream().filter(Period::closed).map(Period::month).reduce((_, last) -> last);
        var first = all.stream().map(Period::month).findFirst();
        var asking = Asking.of(month, now, BookLimits.GRACE, first, closed);
        if (asking instanceof Asking.Welcome) periods.ask(month, now);
        return asking;
    }

    public Optional<Progress> find(YearMonth month) {
        return periods.find(month).map(Statements::progress);
    }

    /// Oldest first.
    public List<Progress> all() {
        return periods.all().stream().map(Statements::progress).toList();
    }

    private static Progress progress(Period period) {
        var manifest = period.manifest();
        return new Progress(
                period.month(), period.state(), manifest == null ? null : new Json(manifest));
    }
}
