package games.drawbridge.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Call;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.Ledger;
import games.drawbridge.functions.testkit.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalletSupportTest {
    private static final String GOLD =
            "{\"kind\":\"currency\",\"id\":\"gold\",\"amount\":%d,\"reason\":\"lost\"}";
    private static final String TROPHY =
            "{\"kind\":\"item\",\"id\":\"trophy\",\"amount\":2,\"reason\":\"won\"}";

    private final World world = World.open();
    private String ann;

    @BeforeEach
    void annPlays() {
        ann = world.login("ann", "a secret of thirty-two characters").text("/playerId");
    }

    @Test
    void givesAndTakesAndShowsIt() {
        var given = grant("k1", GOLD.formatted(100)).send();
        assertThat(given.outcome()).isEqualTo("201");
        assertThat(given.at("/balances").toString()).isEqualTo("{\"gold\":100}");
        assertThat(grant("k2", GOLD.formatted(-30)).send().at("/balances/gold").asInt())
                .isEqualTo(70);
        grant("k3", TROPHY).send();

        var wallet = support("GET", "/v1/admin/players/" + ann + "/wallet").send();
        assertThat(wallet.at("/balances/gold").asInt()).isEqualTo(70);
        assertThat(wallet.at("/items")).hasSize(2);
        assertThat(wallet.at("/items/0/attributes/metal").asText()).isEqualTo("copper");
        String entries = "/v1/admin/players/" + ann + "/wallet/entries?limit=3";
        var page = support("GET", entries).send();
        assertThat(page.at("/entries")).hasSize(3);
        var rest = support("GET", entries + "&cursor=" + page.text("/next")).send();
        assertThat(rest.at("/entries").findValuesAsText("reason")).containsExactly("support");
        assertThat(rest.text("/entries/0/transaction")).isEqualTo(given.text("/transaction"));
        assertThat(support("GET", entries + "&cursor=hello").send().outcome())
                .isEqualTo("400 bad-input");
        assertThat(world.told().getFirst()).isEqualTo(ann + " {\"gold\":100}");
        assertThat(world.told()).as("and the trophies, and nothing of what was taken").hasSize(2);
        Ledger.of(world).holds();
    }

    @Test
    void aPieceIsTakenByItsId() {
        grant("k1", TROPHY).send();
        String wallet = "/v1/admin/players/" + ann + "/wallet";
        String piece = support("GET", wallet).send().text("/items/0/instance");
        String take =
                "{\"kind\":\"item\",\"id\":\"trophy\",\"instance\":\"%s\",\"amount\":-1,\"reason\":\"x\"}"
                        .formatted(piece);
        assertThat(grant("k2", take).send().outcome()).isEqualTo("201");
        assertThat(grant("k3", take).send().outcome()).isEqualTo("422 insufficient-funds");
        var left = support("GET", wallet).send();
        assertThat(left.at("/items")).hasSize(1);
        assertThat(left.text("/items/0/instance")).isNotEqualTo(piece);
        Ledger.of(world).holds();
    }

    @Test
    void oneKeyIsOneGrant() {
        var answers = AtOnce.times(6, _ -> grant("k1", GOLD.formatted(100)).send());
        assertThat(answers.stream().map(Got::body).distinct()).hasSize(1);
        assertThat(Ledger.of(world).balance(ann, "gold")).isEqualTo(100);
        assertThat(grant("k1", GOLD.formatted(101)).send().outcome())
                .isEqualTo("422 idempotency-mismatch");
        var poor = grant("k2", GOLD.formatted(-101)).send();
        assertThat(poor.outcome()).isEqualTo("422 insufficient-funds");
        grant("k3", GOLD.formatted(100)).send();
        assertThat(grant("k2", GOLD.formatted(-101)).send())
                .as("the first answer again, though there is enough now")
                .isEqualTo(poor);
        assertThat(Ledger.of(world).balance(ann, "gold")).isEqualTo(200);
    }

    @Test
    void aLostAnswerGivesNothingTwice() {
        world.losingAnswers();
        assertThat(grant("k1", GOLD.formatted(100)).send().outcome()).isEqualTo("201");
        assertThat(grant("k1", GOLD.formatted(100)).send().outcome()).isEqualTo("201");
        assertThat(Ledger.of(world).balance(ann, "gold")).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    {"kind":"currency","id":"gold","amount":0,"reason":"x"}       | 400 bad-input
                    {"kind":"currency","id":"gold","amount":1000000001,"reason":"x"} | 400 bad-input
                    {"kind":"currency","id":"gold","amount":5}                    | 400 bad-input
                    {"kind":"currency","id":"glod","amount":5,"reason":"x"}       | 400 bad-input
                    {"kind":"item","id":"moon","amount":5,"reason":"x"}           | 400 bad-input
                    {"kind":"item","id":"trophy","amount":99,"reason":"x"}        | 400 bad-input
                    {"kind":"money","id":"eur","amount":-5,"reason":"x"}          | 400 bad-input
                    {"kind":"debt","id":"gold","amount":-5,"reason":"x"}          | 400 bad-input
                    {"kind":"Item","id":"disc","amount":-5,"reason":"x"}          | 400 bad-input
                    {"kind":"currency","id":"gold","amount":-5,"reason":"x"}      | 422 insufficient-funds
                    """)
    void refuses(String body, String outcome) {
        assertThat(grant("k1", body).send().outcome()).isEqualTo(outcome);
        assertThat(Ledger.of(world).transactions()).isZero();
    }

    @Test
    void wantsAPlayerAndAKeyAndTheRole() {
        assertThat(
                        support("POST", "/v1/admin/players/nobody/grants")
                                .header("idempotency-key", "k1")
                                .json(GOLD.formatted(1))
                                .send()
                                .outcome())
                .isEqualTo("404 not-found");
        assertThat(
                        support("POST", "/v1/admin/players/" + ann + "/grants")
                                .json(GOLD.formatted(1))
                                .send()
                                .outcome())
                .isEqualTo("400 idempotency-key-required");
        for (String path : new String[] {"/wallet", "/wallet/entries"})
            assertThat(world.get("/v1/admin/players/" + ann + path).as("sam").send().outcome())
                    .isEqualTo("403 forbidden");
    }

    private Call grant(String key, String body) {
        return support("POST", "/v1/admin/players/" + ann + "/grants")
                .header("idempotency-key", key)
                .json(body);
    }

    private Call support(String method, String target) {
        return world.call(method, target).as("sam").claim("roles", "[support]");
    }
}
