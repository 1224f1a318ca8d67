package games.drawbridge.functions.books;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.Digest;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTest {
    private final Books books = new Books();

    @BeforeEach
    void aSeptemberAndAnOctober() {
        books.rate("USD", "2026-09-30", "1.1500");
        books.rate("USD", "2026-10-02", "1.2000");
        books.rate("JPY", "2026-10-02", "170");
        books.contract("blog", "2026-09", 1_000, 300);
        var september = books.charge("1", "EUR", 1_200, "blog", "2026-09-30T20:00:00Z");
        books.charge("2", "USD", 1_200, null, "2026-10-03T12:00:00Z");
        books.charge("3", "JPY", 600, "blog", "2026-10-31T23:00:00Z");
        books.charge("4", "KWD", 1_500, null, "2026-10-10T12:00:00Z");
        books.refund(september, "2026-10-05T12:00:00Z");
    }

    @Test
    void aMonthIsClosedIntoFilesThatTheManifestNames() {
        books.closed("2026-09");
        books.closed("2026-10");
        var manifest = books.show("2026-10").at("/manifest");
        assertThat(manifest.get("rows").asInt()).isEqualTo(4);
        assertThat(manifest.get("currency").asText()).isEqualTo("EUR");
        var objects = books.world.objects("BooksBucket");
        assertThat(manifest.get("files")).hasSize(20);
        for (var file : manifest.get("files")) {
            byte[] bytes = objects.get(file.get("key").asText());
            assertThat(Digest.sha256(bytes)).isEqualTo(file.get("sha256").asText());
            assertThat(bytes).hasSize(file.get("bytes").asInt());
        }
        assertThat(manifest.toString()).isEqualTo(books.file("2026-10", "manifest.json"));
        assertThat(manifest.get("previous").asText())
                .isEqualTo(Digest.sha256(books.file("2026-09", "manifest.json")));
    }

    @Test
    void itsLinesSayWhatHappened() {
        books.closed("2026-09");
        books.closed("2026-10");
        assertThat(books.file("2026-10", "currencies.csv").lines())
                .containsExactly(
                        "currency,exponent,rows,gross,tax,fee,net",
                        "EUR,2,1,-1200,-200,-300,-700",
                        "JPY,0,1,600,100,150,350",
                        "KWD,3,1,1500,250,375,875",
                        "USD,2,1,1200,200,300,700");
        assertThat(books.file("2026-10", "conversions.csv").lines())
                .startsWith(
                        "month,day,rate,rateDay,rateSource,reportedGross,reportedTax,reportedFee,"
                                + "reportedNet,rounding,currency,exponent,rows,gross,tax,fee,net",
                        "2026-10,2026-10-05,1,2026-10-05,same,-1200,-200,-300,-700,0,EUR,2,1,"
                                + "-1200,-200,-300,-700");
        assertThat(books.file("2026-10", "conversions.csv"))
                .contains("2026-10,2026-10-03,0.8333333333333333,2026-10-02,ecb,1000,167,250,583,0")
                .as("the yen's last rate is too old");
        assertThat(books.file("2026-10", "open.csv").lines())
                .containsExactly(
                        "month,day,affiliate,saleMonth,currency,exponent,rows,gross,tax,fee,net",
                        "2026-10,2026-10-31,blog,2026-10,JPY,0,1,600,100,150,350",
                        "2026-10,2026-10-10,,2026-10,KWD,3,1,1500,250,375,875");
        assertThat(books.file("2026-09", "payouts.csv").lines())
                .containsExactly(
                        "affiliate,carried,shares,minimum,paid,left", "blog,0,70,300,0,70");
        assertThat(books.file("2026-10", "payouts.csv").lines())
                .as("what went back is taken from them again")
                .containsExactly(
                        "affiliate,carried,shares,minimum,paid,left", "blog,70,-70,300,0,0");
        assertThat(books.file("2026-10", "totals.csv").lines())
                .containsExactly(
                        "line,currency,exponent,amount",
                        "gross,EUR,2,-200",
                        "tax,EUR,2,-33",
                        "fee,EUR,2,-50",
                        "net,EUR,2,-117",
                        "rounding,EUR,2,0",
                        "own,EUR,2,583",
                        "affiliates,EUR,2,-700",
                        "ownRounding,EUR,2,0",
                        "shares,EUR,2,-70",
                        "paid,EUR,2,0");
    }

    @Test
    void spreadsheetsCalculateNothing() {
        books.closed("2026-09");
        assertThat(books.file("2026-09", "movements.csv"))
                .contains(",'=1+1,\"gems, \"\"100\"\"\",")
                .endsWith("\r\n");
        assertThat(books.file("2026-09", "movements.csv").replace("\r\n", "")).doesNotContain("\n");
    }

    @Test
    void closingTwiceChangesNothing() {
        books.closed("2026-09");
        var before = contents();
        assertThat(books.close("2026-09")).isTrue();
        assertThat(books.ask("2026-09").text("/state")).isEqualTo("closed");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void aClosingThatBreaksOffAnywhereEndsWithTheSameBytes() {
        books.closed("2026-09");
        books.closed("2026-10");
        var whole = contents();
        var calls = 0;
        for (boolean done = false; !done; calls++) {
            var other = new StatementTest();
            other.aSeptemberAndAnOctober();
            other.books.closed("2026-09");
            other.books.ask("2026-10");
            other.books.world.refuseObjectsAfter(calls);
            done = other.books.close("2026-10");
            other.books.world.refuseObjectsAfter(Integer.MAX_VALUE);
            // somebody goes on buying, with a clock that is late
            if (other.books.show("2026-10").text("/state").equals("closing"))
                other.books.charge("9", "EUR", 600, null, "2026-10-31T23:59:59Z");
            assertThat(other.books.close("2026-10")).isTrue();
            assertThat(other.contents()).isEqualTo(whole);
            // every seventh point is enough for a build
            calls += 6;
        }
        assertThat(calls).isGreaterThan(20);
    }

    private Map<String, String> contents() {
        var hashes = new TreeMap<String, String>();
        books.world
                .objects("BooksBucket")
                .forEach((key, bytes) -> {
                    if (key.startsWith("statements/")) hashes.put(key, Digest.sha256(bytes));
                });
        return hashes;
    }

    @Test
    void whatComesTooLateIsInTheNextStatement() {
        books.ask("2026-09");
        books.world.beforeNextObjectRead(
                () -> books.charge("9", "EUR", 600, null, "2026-09-30T23:59:59Z"));
        assertThat(books.close("2026-09")).isTrue();
        assertThat(books.file("2026-09", "movements.csv")).doesNotContain("facebook#9#");
        books.closed("2026-10");
        assertThat(books.file("2026-10", "movements.csv").lines().toList().get(1))
                .startsWith("facebook#9#charge,2026-09,");
        assertThat(books.show("2026-10").at("/manifest/rows").asInt()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2999-01 | 409 too-early
                    2026-10 | 202
                    2026-08 | 409 not-next
                    2026-9  | 404 not-found
                    october | 404 not-found
                    """)
    void monthsCloseOneByOne(String month, String outcome) {
        if (!month.equals("2026-10")) books.ask("2026-09");
        var got = books.ask(month);
        assertThat(got.status() + (got.status() == 202 ? "" : " " + got.text("/code")))
                .isEqualTo(outcome);
    }

    @Test
    void nobodyAskedForAMonth() {
        assertThat(books.show("2026-09").outcome()).isEqualTo("404 not-found");
        assertThat(books.close("2026-09")).isTrue();
        assertThat(books.world.objects("BooksBucket")).isEqualTo(new HashMap<>());
    }
}
