package games.drawbridge.functions.books;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import games.drawbridge.model.finance.Currency;
import games.drawbridge.model.finance.Rate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.ZipInputStream;

/// The same rates as CSV in a zip: a row for each day, a column for each currency, `N/A` where it
/// was not quoted, and a last column without a name.
final class EcbCsv {
    private static final String NONE = "N/A";

    private EcbCsv() {}

    /// @param from the first day that is wanted
    /// @throws IOException when it is something else
    static List<Rate> read(byte[] zip, LocalDate from) throws IOException {
        try (var files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            if (files.getNextEntry() == null) throw new IOException("no zip");
            var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(files, UTF_8));
            var rates = new ArrayList<Rate>();
            for (var row : csv) {
                var day = LocalDate.parse(row.getField("Date").strip());
                if (day.isBefore(from)) continue;
                row.getFieldsAsMap()
                        .forEach((currency, rate) -> {
                            String text = rate.strip();
                            if (!currency.equals("Date") && !text.isEmpty() && !text.equals(NONE))
                                rates.add(
                                        new Rate(
                                                new Currency(currency.strip()),
                                                day,
                                                new BigDecimal(text),
                                                EcbXml.SOURCE));
                        });
            }
            return rates;
        } catch (IllegalArgumentException | DateTimeException | UncheckedIOException wrong) {
            throw new IOException("no rates of the ECB", wrong);
        } catch (NoSuchElementException wrong) {
            throw new IOException("no column of days", wrong);
        }
    }
}
