package games.drawbridge.functions.books;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.sun.net.httpserver.HttpServer;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.testkit.SetClock;
import games.drawbridge.functions.testkit.TestContext;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.finance.Rate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcbTest {
    private static final String XML =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" \
            xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
             <gesmes:subject>Reference rates</gesmes:subject>
             <gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
             <Cube><Cube time='2026-07-10'><Cube currency='USD' rate='1.1435'/>\
            <Cube currency="JPY" rate="171.20"/></Cube>
             <Cube time="2026-07-09"><Cube currency='USD' rate='1.14'/></Cube></Cube>
            </gesmes:Envelope>
            """;

    private static final String CSV =
            """
            Date,USD,JPY,BGN,
            2026-07-10,1.1435,171.2,N/A,
            2025-01-02,1.03,162.1,1.9558,
            """;

    @Test
    void readsXml() throws IOException {
        assertThat(said(EcbXml.read(XML.getBytes(UTF_8))))
                .containsExactly(
                        "2026-07-10 USD 1.1435", "2026-07-10 JPY 171.20", "2026-07-09 USD 1.14");
    }

    @Test
    void readsCsv() throws IOException {
        assertThat(said(EcbCsv.read(zip(CSV), LocalDate.parse("2026-01-01"))))
                .containsExactlyInAnyOrder("2026-07-10 USD 1.1435", "2026-07-10 JPY 171.2");
        assertThat(EcbCsv.read(zip(CSV), LocalDate.parse("2025-01-01"))).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>maintenance</html>",
                "<a><Cube currency='USD' rate='1.14'/></a>",
                "<a><Cube time='2026-07-09'><Cube currency='USD' rate='much'/></Cube></a>",
                "<a><Cube time='2026-07-09'><Cube currency='USD' rate='0'/></Cube></a>",
                "<a><Cube time='9 July'><Cube currency='USD' rate='1'/></Cube></a>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
                        + "<a><Cube time='2026-07-09'><Cube currency='USD' rate='&e;'/></Cube></a>"
            })
    void refusesWhatIsSomethingElse(String xml) {
        assertThatThrownBy(() -> EcbXml.read(xml.getBytes(UTF_8))).isInstanceOf(IOException.class);
    }

    @Test
    void refusesWhatIsNoZipOfRates() {
        var day = LocalDate.parse("2026-01-01");
        assertThatThrownBy(() -> EcbCsv.read(CSV.getBytes(UTF_8), day))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> EcbCsv.read(zip("Day,USD\n2026-07-10,1\n"), day))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> EcbCsv.read(zip("Date,USD\n2026-07-10,x\n"), day))
                .isInstanceOf(IOException.class);
    }

    @Test
    void everyDayBringsWhatIsNewAndWhatIsCorrected() throws IOException {
        var files = new ConcurrentHashMap<String, byte[]>();
        files.put("/eurofxref-hist.zip", zip(CSV));
        files.put("/eurofxref-hist-90d.xml", XML.getBytes(UTF_8));
        var server = serve(files);
        var world =
                World.open(Map.of("EcbRates", "http://127.0.0.1:" + server.getAddress().getPort()));
        var clock = new SetClock(Instant.parse("2026-07-10T17:30:00Z"));
        var function = new KeepBooks(world.environment("KeepBooks"), clock);
        function.handleRequest(new ScheduledEvent(), new TestContext("KeepBooks"));
        function.handleRequest(new ScheduledEvent(), new TestContext("KeepBooks"));
        var rates = new FxTable(new Aws(world.environment("KeepBooks")));
        var july = YearMonth.parse("2026-07");
        assertThat(said(rates.of(july)))
                .containsExactly(
                        "2026-07-09 USD 1.14", "2026-07-10 JPY 171.2", "2026-07-10 USD 1.1435");
        assertThat(rows(world, "FX#")).isEqualTo(3);

        clock.pass(Duration.ofHours(1));
        files.put("/eurofxref-hist-90d.xml", XML.replace("1.1435", "1.1534").getBytes(UTF_8));
        function.handleRequest(new ScheduledEvent(), new TestContext("KeepBooks"));
        assertThat(said(rates.of(july))).contains("2026-07-10 USD 1.1534").hasSize(3);
        assertThat(rows(world, "FX#")).as("the wrong one stays").isEqualTo(4);
        assertThat(rows(world, "PERIODS")).as("June is asked for").isEqualTo(1);
        assertThat(world.objects("BooksBucket"))
                .containsOnlyKeys("daily/2026-07-09.csv", "daily/2026-07-09.parquet");

        files.clear();
        var context = new TestContext("KeepBooks");
        function.handleRequest(new ScheduledEvent(), context);
        assertThat(context.lines()).hasSize(1).first().asString().contains("answered 404");
        server.stop(0);
    }

    private static long rows(World world, String prefix) {
        return world.tables().rows("Purchases").stream()
                .filter(row -> row.get("pk").s().startsWith(prefix))
                .count();
    }

    private static List<String> said(List<Rate> rates) {
        return rates.stream()
                .map(it -> it.day() + " " + it.currency() + " " + it.perEuro())
                .toList();
    }

    private static byte[] zip(String csv) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("eurofxref-hist.csv"));
            zip.write(csv.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static HttpServer serve(Map<String, byte[]> files) throws IOException {
        var local = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server = HttpServer.create(local, 0);
        server.createContext(
                "/",
                exchange -> {
                    var bytes = files.get(exchange.getRequestURI().getPath());
                    exchange.sendResponseHeaders(
                            bytes == null ? 404 : 200, bytes == null ? -1 : bytes.length);
                    if (bytes != null) exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
        return server;
    }
}
