package games.drawbridge.local.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import games.drawbridge.local.http.Answerer;
import games.drawbridge.local.http.Request;
import games.drawbridge.local.http.Response;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The European Central Bank's reference rates, in its files: `eurofxref-daily.xml`,
/// `eurofxref-hist-90d.xml` and `eurofxref-hist.zip`. The rates are made up of the day, so they are
/// always the same.
final class Ecb implements Answerer {
    private static final String BASE = "/_local/ecb/";
    private static final ZoneId FRANKFURT = ZoneId.of("Europe/Berlin");

    /// Days of the long file.
    private static final int HISTORY = 800;

    /// What one euro is, more or less.
    private static final Map<String, String> AROUND =
            new TreeMap<>(
                    Map.of(
                            "USD", "1.1500", "JPY", "171.30", "GBP", "0.8600", "PLN", "4.2500",
                            "BRL", "6.3000", "KRW", "1610.50", "SEK", "11.0500", "CHF", "0.9400",
                            "ISK", "143.70", "TRY", "47.1000"));

    private static final Set<MonthDay> CLOSED =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));

    private final InstantSource clock;

    Ecb(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Response answer(Request request) throws IOException {
        return switch (request.path().substring(BASE.length())) {
            case "eurofxref-daily.xml" -> file("text/xml", xml(days(1)).getBytes(UTF_8));
            case "eurofxref-hist-90d.xml" -> file("text/xml", xml(days(90)).getBytes(UTF_8));
            case "eurofxref-hist.zip" -> file("application/zip", zip(csv(days(HISTORY))));
            default -> file(404, "text/html", "<html>Not Found</html>".getBytes(UTF_8));
        };
    }

    private static Response file(String type, byte[] bytes) {
        return file(200, type, bytes);
    }

    private static Response file(int status, String type, byte[] bytes) {
        return Response.of(status, type, Buffer.buffer(bytes));
    }

    /// The last days on which the banks were open, newest first.
    private List<LocalDate> days(int back) {
        var today = LocalDate.ofInstant(clock.instant(), FRANKFURT);
        return Stream.iterate(today, day -> day.minusDays(1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .filter(day -> !CLOSED.contains(MonthDay.from(day)))
                .takeWhile(day -> back == 1 || day.isAfter(today.minusDays(back)))
                .limit(back)
                .toList();
    }

    /// Up to two percent around, and the same for ever.
    private static BigDecimal rate(Map.Entry<String, String> currency, LocalDate day) {
        var around = new BigDecimal(currency.getValue());
        int wobble = Math.floorMod((currency.getKey() + day).hashCode(), 401) - 200;
        return around.multiply(BigDecimal.valueOf(10_000 + wobble, 4))
                .setScale(around.scale(), RoundingMode.HALF_EVEN);
    }

    private static String xml(List<LocalDate> days) {
        var xml = new StringBuilder();
        xml.append(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" \
                xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
                \t<gesmes:subject>Reference rates</gesmes:subject>
                \t<gesmes:Sender>
                \t\t<gesmes:name>European Central Bank</gesmes:name>
                \t</gesmes:Sender>
                \t<Cube>
                """);
        for (var day : days) {
            xml.append("<Cube time='").append(day).append("'>\n");
            for (var currency : AROUND.entrySet())
                xml.append("<Cube currency='")
                        .append(currency.getKey())
                        .append("' rate='")
                        .append(rate(currency, day))
                        .append("'/>\n");
            xml.append("</Cube>\n");
        }
        return xml.append("\t</Cube>\n</gesmes:Envelope>\n").toString();
    }

    /// With a currency that is no more, and the comma at the end of every line.
    private static String csv(List<LocalDate> days) {
        var csv = new StringBuilder("Date,");
        for (var currency : AROUND.keySet()) csv.append(currency).append(',');
        csv.append("HRK,\n");
        for (var day : days) {
            csv.append(day).append(',');
            for (var currency : AROUND.entrySet()) csv.append(rate(currency, day)).append(',');
            csv.append("N/A,\n");
        }
        return csv.toString();
    }

    private static byte[] zip(String csv) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("eurofxref-hist.csv"));
            zip.write(csv.getBytes(UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
