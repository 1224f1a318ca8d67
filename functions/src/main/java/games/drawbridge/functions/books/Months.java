package games.drawbridge.functions.books;

import static java.nio.charset.StandardCharsets.UTF_8;

import games.drawbridge.functions.Digest;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.finance.Before;
import games.drawbridge.model.finance.Closing;
import games.drawbridge.model.finance.Currency;
import games.drawbridge.model.finance.Field;
import games.drawbridge.model.finance.Sheet;
import games.drawbridge.model.finance.Statement;
import games.drawbridge.model.finance.Terms;
import java.io.IOException;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Closes months. Breaking off at any point and beginning again leads to the same bytes: the first
/// thing that is done is to write down what the month is made of, and all the rest follows from
/// that.
final class Months {
    private final PeriodTable periods;
    private final BookStore store;
    private final Pinned pinned;
    private final Freezing freezing;
    private final String currency;

    Months(Aws aws) {
        periods = new PeriodTable(aws);
        store = new BookStore(aws);
        pinned = new Pinned(store);
        freezing = new Freezing(aws, periods, store, InstantSource.system());
        currency = aws.environment().get("REPORTING_CURRENCY");
    }

    /// Nothing is done where the month is closed, or nobody asked for it.
    void close(YearMonth month) throws IOException {
        var asked = periods.find(month);
        if (asked.isEmpty() || asked.get().closed()) return;
        var before = periods.find(month.minusMonths(1)).filter(Period::closed);
        if (!asked.get().frozen()) freezing.freeze(month, before);
        finish(periods.find(month).orElseThrow(), before);
    }

    private void finish(Period period, Optional<Period> before) throws IOException {
        var month = period.month();
        var reporting = new Currency(currency);
        var left = before.isPresent() ? pinned.before(before.get().month()) : Before.NOTHING;
        var terms =
                new Terms(month, reporting, pinned.rates(period), pinned.contracts(period), left);
        var files = new ArrayList<Manifest.Entry>();
        Statement statement;
        try (var scratch = Scratch.open()) {
            var closing = new Closing(terms);
            try (var draft = new Draft(scratch.folder(), "movements", Field.MOVEMENT)) {
                read(period, draft, closing);
                keep(month, draft.written(), files);
            }
            statement = closing.statement();
            for (Sheet sheet : Sheet.of(statement, reporting))
                try (var draft = new Draft(scratch.folder(), sheet.name(), sheet.fields())) {
                    for (var row : sheet.rows()) draft.add(row);
                    keep(month, draft.written(), files);
                }
        }
        String manifest = JsonText.write(manifest(month, reporting, statement, before, files));
        store.put(BookStore.key(month, "manifest.json"), manifest.getBytes(UTF_8));
        periods.close(month, manifest, Digest.sha256(manifest));
    }

    private void read(Period period, Draft draft, Closing closing) throws IOException {
        try (var rows = new CsvRows(store.open(period.key(Period.MOVEMENTS)))) {
            while (rows.hasNext()) {
                var movement = rows.next().movement();
                draft.add(Freezing.row(movement));
                closing.add(movement);
            }
        }
    }

    private void keep(YearMonth month, List<Written> written, List<Manifest.Entry> files) {
        for (var file : written) {
            String key = BookStore.key(month, file.name());
            store.put(key, file);
            files.add(new Manifest.Entry(file.name(), key, file.bytes(), file.sha256()));
        }
    }

    private Manifest manifest(
            YearMonth month,
            Currency reporting,
            Statement statement,
            Optional<Period> before,
            List<Manifest.Entry> files) {
        var totals = statement.totals();
        return new Manifest(
                month.toString(),
                reporting.code(),
                reporting.exponent(),
                totals.rows(),
                totals.tests(),
                totals.open(),
                totals.lines(),
                before.map(Period::manifest).map(Digest::sha256).orElse(null),
                files);
    }
}
