package games.drawbridge.functions.books;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.finance.MovementTable;
import games.drawbridge.model.finance.Column;
import games.drawbridge.model.finance.Contract;
import games.drawbridge.model.finance.Field;
import games.drawbridge.model.finance.Movement;
import games.drawbridge.model.finance.Rate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes down what a month is made of, once: its movements, the rates and the contracts. From then
/// on the tables are not asked again, so whatever is written meanwhile changes nothing.
final class Freezing {
    private static final List<Field> RATE =
            List.of(text("currency"), day("day"), text("perEuro"), text("source"));
    private static final List<Field> CONTRACT =
            List.of(text("affiliate"), text("from"), whole("share"), whole("minimum"));

    private final MovementTable movements;
    private final FxTable rates;
    private final EcbRates bank;
    private final InstantSource clock;
    private final ContractTable contracts;
    private final PeriodTable periods;
    private final BookStore store;

    Freezing(Aws aws, PeriodTable periods, BookStore store, InstantSource clock) {
        bank = new EcbRates(aws);
        this.clock = clock;
        movements = new MovementTable(aws);
        rates = new FxTable(aws);
        contracts = new ContractTable(aws);
        this.periods = periods;
        this.store = store;
    }

    /// @param before the period of the month before, where that was closed
    void freeze(YearMonth month, Optional<Period> before) throws IOException {
        var pins = new HashMap<String, String>();
        try (var scratch = Scratch.open()) {
            for (var file :
                    List.of(
                            movements(scratch.folder(), month, before),
                            rates(scratch.folder(), month),
                            contracts(scratch.folder()))) {
                store.put(BookStore.pinned(month, file.name(), file.sha256()), file);
                pins.put(file.name(), file.sha256());
            }
        }
        periods.pin(month, pins);
    }

    private Written movements(Path folder, YearMonth month, Optional<Period> before)
            throws IOException {
        try (var draft = new Draft(folder, "movements", Field.MOVEMENT)) {
            if (before.isPresent()) late(draft, before.get());
            var all = new Merged(movements.in(month));
            while (all.hasNext()) draft.add(row(all.next()));
            return draft.written().getFirst();
        }
    }

    /// Those of the month before that came when it was closed already. Both lists are in the same
    /// order.
    private void late(Draft draft, Period before) throws IOException {
        var all = new Merged(movements.in(before.month()));
        try (var known = new CsvRows(store.open(before.key(Period.MOVEMENTS)))) {
            String position = "";
            while (all.hasNext()) {
                var movement = all.next();
                String wanted = MovementTable.position(movement);
                while (position.compareTo(wanted) < 0 && known.hasNext())
                    position = MovementTable.position(known.next().movement());
                if (!position.equals(wanted)) draft.add(row(movement));
            }
        }
    }

    static List<@Nullable Object> row(Movement movement) {
        var row = new ArrayList<@Nullable Object>();
        for (var column : Column.values()) row.add(column.of(movement));
        return row;
    }

    /// A month without a single rate is no month without rates: the bank is asked first.
    private Written rates(Path folder, YearMonth month) throws IOException {
        if (rates.of(month).isEmpty()) bank.fetch(clock.instant());
        try (var draft = new Draft(folder, "rates", RATE)) {
            for (int n = BookLimits.RATES; n >= 0; n--)
                for (Rate rate : rates.of(month.minusMonths(n)))
                    draft.add(
                            List.of(
                                    rate.currency().code(),
                                    rate.day(),
                                    rate.perEuro().toPlainString(),
                                    rate.source()));
            return draft.written().getFirst();
        }
    }

    private Written contracts(Path folder) throws IOException {
        try (var draft = new Draft(folder, "contracts", CONTRACT)) {
            for (Contract each : contracts.all())
                draft.add(
                        List.of(
                                each.affiliate(),
                                each.from().toString(),
                                (long) each.share(),
                                each.minimum()));
            return draft.written().getFirst();
        }
    }

    private static Field text(String name) {
        return new Field(name, Column.Type.TEXT);
    }

    private static Field whole(String name) {
        return new Field(name, Column.Type.WHOLE);
    }

    private static Field day(String name) {
        return new Field(name, Column.Type.DAY);
    }
}
