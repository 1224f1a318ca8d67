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
import java.util.zip.ZipInputStream;

/// Facebook's settlement report of a day, a zip of CSV files. A file has sections: the first cell
/// of a row says whether it begins one (`SH`, with its name last), names its columns (`CH`), or is
/// one of its rows (`CD`). Other rows and sections are passed over.
final class FacebookReport {
    private static final String DETAIL = "payment_detail";

    private FacebookReport() {}

    /// The rows of the section of single payments.
    ///
    /// @throws IOException when it is something else, or says what we do not know
    static List<Reported> read(byte[] zip, ProviderName provider, LocalDate day)
            throws IOException {
        var rows = new ArrayList<Reported>();
        try (var files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            if (files.getNextEntry() == null) throw new IOException("no zip");
            do {
                for (var row : details(new InputStreamReader(files, UTF_8)))
                    reported(row, provider, day).ifPresent(rows::add);
            } while (files.getNextEntry() != null);
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new IOException("no report of Facebook's", wrong);
        }
        return rows;
    }

    private static List<Map<String, String>> details(InputStreamReader file) {
        var rows = new ArrayList<Map<String, String>>();
        boolean there = false;
        var reader =
                CsvReader.builder()
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(file);
        String section = "";
        List<String> columns = List.of();
        // the reader is not closed: it would close the zip
        for (CsvRecord row : reader) {
            var cells = row.getFields();
            switch (cells.getFirst()) {
                case "SH" -> {
                    section = cells.getLast().strip();
                    there |= section.equals(DETAIL);
                }
                case "CH" -> columns = cells;
                case "CD" -> {
                    if (section.equals(DETAIL)) rows.add(named(columns, cells));
                }
                default -> {}
            }
        }
        if (!there) throw new IllegalArgumentException("no " + DETAIL);
        return rows;
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
                    var currency = new Currency(cell(row, "recv_currency"));
                    var tax = row.getOrDefault("tax_amount", "");
                    return new Reported(
                            provider,
                            cell(row, "payment_id"),
                            kind,
                            day,
                            Money.parse(cell(row, "recv_amount"), currency, provider),
                            tax.isEmpty()
                                    ? null
                                    : (Long) Money.parse(tax, currency, provider).minor(),
                            row.getOrDefault("fx_rate", ""));
                });
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
