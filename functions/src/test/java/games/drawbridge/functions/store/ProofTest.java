package games.drawbridge.functions.store;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.store.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One slip of the pen a row, in a catalogue that is right otherwise.
class ProofTest {
    private static final String RIGHT =
            """
            {"version":"7","zone":"Europe/Berlin","currencies":["gold","xp"],
            "levels":{"currency":"xp","steps":[10,20]},
            "goods":[{"kind":"item","id":"cap"},{"kind":"item","id":"bow"},
              {"kind":"item","id":"sword","unique":true,"attributes":{"edge":"sharp"}}],
            "items":[
            {"sku":"cap","title":"Cap","price":{"currency":"gold","amount":10},
              "grants":[{"kind":"item","id":"cap","amount":1},{"kind":"item","id":"sword","amount":2}],
              "limit":9,"limits":[{"most":2,"per":"day"}],"first":{"currency":"gold","amount":4},
              "sales":[{"during":{"from":"2026-12-20T00:00:00Z","until":"2027-01-07T00:00:00Z"},
                "price":{"currency":"gold","amount":8}}],
              "variants":{"test":"t1","of":[{"name":"a","share":50},
                {"name":"b","share":50,"price":{"currency":"gold","amount":11}}]},
              "requires":[{"level":{"least":2}},{"owns":{"kind":"item","id":"bow","least":2}}]}],
            "packs":[{"sku":"p","title":"P","prices":[{"amount":99,"currency":"EUR"}],
              "grants":[{"kind":"currency","id":"gold","amount":10}],
              "first":[{"kind":"item","id":"bow","amount":1}]}]}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    "version":"7",                  | ``                              | /version                       | is missing
                    "version":"7"                   | "version":"a b"                 | /version                       | must be a text of the form
                    "zone":"Europe/Berlin"          | "zone":"Europe/Atlantis"        | /zone                          | no such time zone
                    "currencies":["gold","xp"]      | "currencies":["gold","xp","xp"] | /currencies/2                  | xp is there twice
                    "currencies":["gold","xp"]      | "currencies":["xp"]             | /items/0/price/currency        | no such currency: gold
                    "currency":"xp","steps"         | "currency":"yp","steps"         | /levels/currency               | no such currency: yp
                    [10,20]                         | [10,10]                         | /levels/steps/1                | each step must be more
                    {"kind":"item","id":"bow"},     | ``                              | /items/0/requires/1/owns       | no such good: item:bow
                    "goods":[                       | "goods":[{"kind":"money","id":"eur"}, | /goods/0/kind            | money is no kind of goods
                    "amount":10},                   | "amount":-10},                  | /items/0/price/amount          | must be a whole number
                    "amount":10},                   | "amount":1.5},                  | /items/0/price/amount          | must be a whole number
                    "amount":10},                   | "amount":10,"per":"day"},       | /items/0/price/per             | means nothing here
                    "id":"cap","amount":1           | "id":"hat","amount":1           | /items/0/grants/0              | no such good: item:hat
                    "id":"sword","amount":2         | "id":"sword","amount":7         | /items/0/grants                | more than 6 pieces
                    "id":"sword","amount":2         | "id":"cap","amount":2           | /items/0                       | cap names a unit twice
                    "limit":9                       | "limit":0                       | /items/0/limit                 | must be a whole number
                    "most":2,"per":"day"}           | "most":2,"per":"year"}          | /items/0/limits/0/per          | must be a text of the form
                    "most":2,"per":"day"}           | "most":2,"per":"day"},{"most":3,"per":"day"} | /items/0/limits/1 | DAY is there twice
                    "amount":4}                     | "amount":10}                    | /items/0/first/amount          | must be less than the usual price
                    "gold","amount":8}              | "xp","amount":8}                | /items/0/sales/0/price/currency | must be that of the usual price
                    2026-12-20T00:00:00Z            | 2026-12-20                      | /items/0/sales/0/during/from   | must be an instant
                    2026-12-20T00:00:00Z            | 2027-12-20T00:00:00Z            | /items/0/sales/0/during        | from must be before until
                    "name":"a","share":50           | "name":"a","share":40           | /items/0/variants/of           | shares are 90 together
                    "gold","amount":11}             | "xp","amount":11}               | /items/0/variants/of/1/price/currency | must be that of the usual price
                    {"level":{"least":2}}           | {"level":{"least":2},"lacks":{"kind":"item","id":"cap"}} | /items/0/requires/0 | must have one of
                    "id":"bow","least":2            | "id":"sword","least":2          | /items/0/requires/1/owns       | a unique good cannot
                    "levels":{"currency":"xp","steps":[10,20]}, | ``                  | /items/0/requires/0/level      | the catalogue has no levels
                    "sku":"p"                       | "sku":"cap"                     | ~~                             | a sku twice: [cap, cap]
                    "currency":"EUR"                | "currency":"XYZ"                | /packs/0/prices/0/currency     | no currency of ISO 4217
                    "id":"gold","amount":10         | "id":"glod","amount":10         | /packs/0/grants/0/id           | no such currency: glod
                    "id":"bow","amount":1           | "id":"bos","amount":1           | /packs/0/first/0               | no such good: item:bos
                    "id":"bow","amount":1           | "id":"sword","amount":1         | /packs/0/first/0               | what is unique is not sold
                    "packs":[                       | "packs":[[],                    | /packs/0                       | must be an object
                    """)
    void namesWhatIsWrongAndWhere(String right, String wrong, String path, String fault) {
        assertThat(RIGHT).contains(right);
        String text = RIGHT.replaceFirst(quoted(right), quotedNew(wrong.replace("``", "")));
        var proof = Proof.of(text);
        assertThat(proof).isInstanceOf(Proof.Marked.class);
        assertThat(((Proof.Marked) proof).findings())
                .anySatisfy(finding -> {
                    assertThat(finding.path()).isEqualTo(path);
                    assertThat(finding.fault()).startsWith(fault);
                });
    }

    private static String quoted(String text) {
        return Pattern.quote(text);
    }

    private static String quotedNew(String text) {
        return Matcher.quoteReplacement(text);
    }

    @Test
    void whatCostsNothingNeedsALimit() {
        String free =
                """
                {"version":"7","currencies":["gold"],"goods":[{"kind":"item","id":"cap"}],"packs":[],
                "items":[{"sku":"cap","title":"Cap","price":{"currency":"gold","amount":0},
                "grants":[{"kind":"item","id":"cap","amount":1}]}]}
                """;
        assertThat(Proof.of(free))
                .isEqualTo(
                        new Proof.Marked(
                                List.of(
                                        new Finding(
                                                "/items/0",
                                                "what costs nothing needs a limit, or a player takes all there is"))));
        assertThat(Proof.of(free.replace("\"grants\"", "\"limit\":1,\"grants\"")))
                .isInstanceOf(Proof.Clean.class);
    }

    @Test
    void tellsOfAllSlipsAtOnce() {
        var marked = (Proof.Marked) Proof.of("{\"version\":7,\"items\":{},\"pakcs\":[]}");
        assertThat(marked.findings().stream().map(Finding::path))
                .containsExactlyInAnyOrder(
                        "/version", "/items", "/pakcs", "/currencies", "/goods", "/packs");
        assertThat(Proof.of("{")).isInstanceOf(Proof.Marked.class);
    }

    @Test
    void theOneInTheDocumentMayGoLive() throws IOException {
        String page = Files.readString(Path.of("../docs/store.md"));
        String json = page.substring(page.indexOf("```json") + 7).split("```", 2)[0];
        assertThat(Proof.of(json)).isInstanceOf(Proof.Clean.class);
    }

    @Test
    void theTitlesOwnMayGoLive() throws IOException {
        assertThat(Proof.of(Files.readString(Path.of("title/store/catalogue.json"))))
                .isInstanceOf(Proof.Clean.class);
        assertThat(Proof.of(RIGHT)).isInstanceOf(Proof.Clean.class);
    }
}
