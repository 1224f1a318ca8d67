package games.drawbridge.functions.books;

import games.drawbridge.functions.aws.Aws;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/// Keeps the European Central Bank's reference rates: those of the last 90 days, which also brings
/// what was missed and what was corrected; and all of the year before where there are none yet.
final class EcbRates {
    private final FxTable rates;
    private final Download download = new Download();
    private final String base;

    EcbRates(Aws aws) {
        rates = new FxTable(aws);
        base = aws.environment().get("ECB_RATES");
    }

    /// @return how many rates were new
    /// @throws IOException when the bank does not answer, or says something else
    int fetch(Instant now) throws IOException {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var month = YearMonth.from(today);
        int added = 0;
        if (rates.of(month.minusMonths(BookLimits.RATES - 1)).isEmpty()) {
            var from = month.minusMonths(BookLimits.RATES).atDay(1);
            added += rates.add(EcbCsv.read(read("/eurofxref-hist.zip"), from), now);
        }
        return added + rates.add(EcbXml.read(read("/eurofxref-hist-90d.xml")), now);
    }

    private byte[] read(String file) throws IOException {
        return download.read(URI.create(base + file));
    }
}
