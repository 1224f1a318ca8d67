package games.drawbridge.functions.books;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import games.drawbridge.model.finance.Currency;
import games.drawbridge.model.finance.Money;
import games.drawbridge.model.finance.Movement;
import games.drawbridge.model.finance.ProviderName;
import games.drawbridge.model.finance.Reported;
import games.drawbridge.model.finance.ReportedSum;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipInputStream;

/// Facebook's settlement report of a day, a zip of CSV files. A file has sections: the first cell
/// of a row says whether it begins one (`SH`, with its name last), names its columns (`CH`), or is
/// one of its rows (`CD`). Other rows and sections are passed over.
final class FacebookReport {
    /// Single payments.
    private static final String DETAIL = "payment_detail";

    /// What they come to.
    private static final String DIGEST = "payment_digest";

    private final Map<String, List<Map<String, String>>> sections = new HashMap<>();

    private FacebookReport() {}

    /// @throws IOException when it is something else
    static FacebookReport read(byte[] zip) throws IOException {
        var report = new FacebookReport();
        try (var files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            if (files.getNextEntry() == null) throw new IOException("no zip");
            do {
                report.add(new InputStreamReader(files, UTF_8));
            } while (files.getNextEntry() != null);
        }
        return report;
    }

    private void add(InputStreamReader file) {
        var reader =
                CsvReader.builder()
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(file);
        List<Map<String, String>> section = new ArrayList<>();
        List<String> columns = List.of();
        // the reader is not closed: it would close the zip
        for (CsvRecord row : reader) {
            var cells = row.getFields();
            switch (cells.getFirst()) {
                case "SH" ->
                        section =
                                sections.computeIfAbsent(
                                        cells.getLast().strip(), _ -> new ArrayList<>());
                case "CH" -> columns = cells;
                case "CD" -> section.add(named(columns, cells));
                default -> {}
            }
        }
    }

    /// @throws IOException when it does not say, or says what we do not know
    List<Reported> payments(ProviderName provider, LocalDate day) throws IOException {
        return rows(DETAIL, row -> reported(row, provider, day));
    }

    boolean hasSums() {
        return sections.containsKey(DIGEST);
    }

    /// What its payments come to, in parts.
    ///
    /// @throws IOException when it does not say, or says what we do not know
    List<ReportedSum> sums(ProviderName provider) throws IOException {
        return rows(DIGEST, row -> sum(row, provider));
    }

    private <T> List<T> rows(String section, Function<Map<String, String>, Optional<T>> parse)
            throws IOException {
        var rows = sections.get(section);
        if (rows == null) throw new IOException("no " + section);
        try {
            return rows.stream().flatMap(row -> parse.apply(row).stream()).toList();
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new IOException("no report of Facebook's", wrong);
        }
    }

    private static Map<String, String> named(List<String> columns, List<String> cells) {
        var named = new HashMap<String, String>();
        for (int n = 1; n < Math.min(columns.size(), cells.size()); n++)
            named.put(columns.get(n).strip(), cells.get(n).strip());
        return named;
    }

    private static Optional<Reported> reported(
            Map<String, String> row, ProviderName provider, LocalDate day) {
        return kind(cell(row, "payment_type"))
                .map(kind -> {
                    var gross = received(row, provider);
                    var tax = row.getOrDefault("tax_amount", "");
                    return new Reported(
                            provider,
                            cell(row, "payment_id"),
                            kind,
                            day,
                            gross,
                            tax.isEmpty()
                                    ? null
                                    : (Long) Money.parse(tax, gross.currency(), provider).minor(),
                            row.getOrDefault("fx_rate", ""));
                });
    }

    private static Optional<ReportedSum> sum(Map<String, String> row, ProviderName provider) {
        return kind(cell(row, "payment_type"))
                .map(kind -> new ReportedSum(kind, received(row, provider)));
    }

    private static Money received(Map<String, String> row, ProviderName provider) {
        var currency = new Currency(cell(row, "recv_currency"));
        return Money.parse(cell(row, "recv_amount"), currency, provider);
    }

    /// Empty for what moves no money. Which letters stand for what is not documented; those two
    /// were seen.
    private static Optional<Movement.Kind> kind(String mark) {
        return switch (mark.toLowerCase(Locale.ROOT)) {
            case "s", "charge" -> Optional.of(Movement.Kind.CHARGE);
            case "r", "refund" -> Optional.of(Movement.Kind.REFUND);
            case "chargeback" -> Optional.of(Movement.Kind.CHARGEBACK);
            case "chargeback_reversal" -> Optional.of(Movement.Kind.REVERSAL);
            case "decline" -> Optional.empty();
            default -> throw new IllegalArgumentException("unknown payment_type " + mark);
        };
    }

    private static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null || cell.isEmpty()) throw new IllegalArgumentException("no " + column);
        return cell;
    }
}
