package games.drawbridge.functions.store;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.testkit.Call;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.Ledger;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.functions.wallet.WalletTable;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Transaction;
import games.drawbridge.model.wallet.Unit;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class PlaceOrderTest {
    private static final String BLUE = "{\"sku\":\"disc-blue\",\"quantity\":1}";

    private final World world = World.open();

    @Test
    void paysAndGets() {
        gold("ann", 50);
        var order = order("ann", "k1", BLUE).send();
        assertThat(order.status()).isEqualTo(201);
        assertThat(order.at("/balances").toString()).isEqualTo("{\"gold\":40}");
        assertThat(order.at("/granted").toString())
                .isEqualTo("[{\"kind\":\"item\",\"id\":\"disc-blue\",\"amount\":1}]");
        assertThat(world.get("/v1/wallet").as("ann").send().text("/balances/gold")).isEqualTo("40");
        assertThat(world.get("/v1/inventory").as("ann").send().text("/items/0/id"))
                .isEqualTo("disc-blue");
        assertThat(world.get("/v1/wallet/entries").as("ann").send().text("/entries/0/transaction"))
                .isEqualTo(order.text("/orderId"));
        Ledger.of(world).holds();
    }

    @Test
    void takesTwoRoundTrips() {
        gold("ann", 50);
        int before = world.calls().size();
        order("ann", "k1", BLUE).send();
        assertThat(world.calls().subList(before, world.calls().size()))
                .containsExactly("PlaceOrder TransactGetItems", "PlaceOrder TransactWriteItems");
    }

    @Test
    void theSameKeyAndBodyGivesTheFirstAnswerAgain() {
        gold("ann", 50);
        var first = order("ann", "k1", BLUE).send();
        var ledger = Ledger.of(world).rows();
        for (int n = 0; n < 3; n++) assertThat(order("ann", "k1", BLUE).send()).isEqualTo(first);
        assertThat(Ledger.of(world).rows()).containsExactlyInAnyOrderElementsOf(ledger);
    }

    @Test
    void theSameKeyOfAnotherPlayerIsAnotherKey() {
        gold("ann", 50);
        gold("bob", 50);
        String ann = order("ann", "k1", BLUE).send().text("/orderId");
        var bob = order("bob", "k1", BLUE).send();
        assertThat(bob.status()).isEqualTo(201);
        assertThat(bob.text("/orderId")).isNotEqualTo(ann);
    }

    @Test
    void aRefusalIsRememberedEvenWhenItWouldNotBeOneNow() {
        var poor = order("ann", "k1", BLUE).send();
        var gone = order("ann", "k2", "{\"sku\":\"moon\",\"quantity\":1}").send();
        String dear =
                "{\"sku\":\"disc-blue\",\"quantity\":1,\"expectedPrice\":{\"currency\":\"gold\",\"amount\":9}}";
        var changed = order("ann", "k3", dear).send();
        assertThat(List.of(poor.outcome(), gone.outcome(), changed.outcome()))
                .containsExactly("422 insufficient-funds", "404 not-found", "409 price-changed");

        gold("ann", 50);
        world.catalogue(
                """
                {"version":"2","packs":[],"items":[
                {"sku":"moon","title":"Moon","price":{"currency":"gold","amount":1},
                "grants":[{"kind":"item","id":"moon","amount":1}]}]}
                """);
        assertThat(order("ann", "k1", BLUE).send()).isEqualTo(poor);
        assertThat(order("ann", "k2", "{\"sku\":\"moon\",\"quantity\":1}").send()).isEqualTo(gone);
        assertThat(order("ann", "k3", dear).send()).isEqualTo(changed);
        assertThat(world.get("/v1/wallet").as("ann").send().text("/balances/gold")).isEqualTo("50");
    }

    @Test
    void aRefusalIsForgottenAfterTwoDaysAndAnOrderNever() {
        order("ann", "k1", BLUE).send();
        gold("ann", 50);
        var kept = world.tables().row("Wallets", "WALLET#ann", "ORDER#k1");
        long expires = Long.parseLong(kept.get("expires").n());
        assertThat(Instant.ofEpochSecond(expires))
                .isBetween(
                        Instant.now().plusSeconds(47 * 3_600),
                        Instant.now().plusSeconds(48 * 3_600));

        String past = Long.toString(Instant.now().minusSeconds(10).getEpochSecond());
        world.tables()
                .set("Wallets", "WALLET#ann", "ORDER#k1", "expires", AttributeValue.fromN(past));
        var bought = order("ann", "k1", BLUE).send();
        assertThat(bought.status()).isEqualTo(201);
        assertThat(world.tables().row("Wallets", "WALLET#ann", "ORDER#k1"))
                .doesNotContainKey("expires");
        assertThat(order("ann", "k1", BLUE).send()).isEqualTo(bought);
    }

    @Test
    void theSameKeyWithAnotherBodyIsAMistake() {
        gold("ann", 50);
        var first = order("ann", "k1", BLUE).send();
        for (String body :
                List.of(
                        "{\"sku\":\"disc-blue\",\"quantity\":2}",
                        "{\"sku\":\"disc-green\",\"quantity\":1}",
                        "{\"sku\":\"moon\",\"quantity\":1}"))
            assertThat(order("ann", "k1", body).send().outcome())
                    .isEqualTo("422 idempotency-mismatch");
        order("ann", "k2", "{\"sku\":\"moon\",\"quantity\":1}").send();
        assertThat(order("ann", "k2", BLUE).send().outcome()).isEqualTo("422 idempotency-mismatch");
        assertThat(order("ann", "k1", BLUE).send()).isEqualTo(first);
        assertThat(Ledger.of(world).balance("ann", "gold")).isEqualTo(40);
    }

    @Test
    void aLimitIsCountedOverAllOrders() {
        gold("ann", 500);
        assertThat(order("ann", "k1", "{\"sku\":\"disc-blue\",\"quantity\":2}").send().outcome())
                .isEqualTo("422 limit-reached");
        assertThat(order("ann", "k2", BLUE).send().status()).isEqualTo(201);
        assertThat(order("ann", "k3", BLUE).send().outcome()).isEqualTo("422 limit-reached");
        assertThat(order("bob", "k3", BLUE).send().outcome()).isEqualTo("422 insufficient-funds");
        Ledger.of(world).holds();
    }

    @Test
    void ofOneKeyManyTimesAtOnceThereIsOneEffectAndOneAnswer() throws Exception {
        gold("ann", 50);
        var answers = atOnce(Collections.nCopies(8, () -> order("ann", "k1", BLUE).send()));
        assertThat(answers).allMatch(answer -> answer.equals(answers.getFirst()));
        assertThat(answers.getFirst().status()).isEqualTo(201);
        assertThat(Ledger.of(world).balance("ann", "gold")).isEqualTo(40);
        Ledger.of(world).holds();
    }

    @Test
    void ofManyKeysAtOnceAsManyBuyAsTheLimitAllows() throws Exception {
        gold("ann", 500);
        var calls = new ArrayList<Callable<Got>>();
        for (int n = 0; n < 6; n++) {
            String key = "k" + n;
            calls.add(() -> order("ann", key, BLUE).send());
        }
        assertThat(atOnce(calls).stream().map(Got::outcome))
                .containsExactlyInAnyOrder(
                        "201",
                        "422 limit-reached",
                        "422 limit-reached",
                        "422 limit-reached",
                        "422 limit-reached",
                        "422 limit-reached");
        assertThat(Ledger.of(world).balance("ann", "gold")).isEqualTo(490);
    }

    @Test
    void everyAnswerTellsTheBalanceThatItLeftBehind() throws Exception {
        world.catalogue(
                """
                {"version":"2","packs":[],"items":[
                {"sku":"dot","title":"Dot","price":{"currency":"gold","amount":10},
                "grants":[{"kind":"item","id":"dot","amount":1}]}]}
                """);
        gold("ann", 30);
        var calls = new ArrayList<Callable<Got>>();
        for (int n = 0; n < 5; n++) {
            String key = "k" + n;
            calls.add(() -> order("ann", key, "{\"sku\":\"dot\",\"quantity\":1}").send());
        }
        var answers = atOnce(calls);
        assertThat(
                        answers.stream()
                                .filter(it -> it.status() == 201)
                                .map(it -> it.text("/balances/gold")))
                .containsExactlyInAnyOrder("20", "10", "0");
        assertThat(answers.stream().filter(it -> it.status() != 201).map(Got::outcome))
                .containsExactly("422 insufficient-funds", "422 insufficient-funds");
        Ledger.of(world).holds();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"quantity":1}                                          | sku is missing
                    {"sku":"","quantity":1}                                 | sku must be a text of 1 to 64 characters
                    {"sku":7,"quantity":1}                                  | sku must be a text
                    {"sku":"disc-blue"}                                     | quantity is missing
                    {"sku":"disc-blue","quantity":0}                        | quantity must be a whole number from 1 to 1000
                    {"sku":"disc-blue","quantity":-1}                       | quantity must be a whole number from 1 to 1000
                    {"sku":"disc-blue","quantity":1001}                     | quantity must be a whole number from 1 to 1000
                    {"sku":"disc-blue","quantity":4294967297}               | quantity must be a whole number from 1 to 1000
                    {"sku":"disc-blue","quantity":99999999999999999999}     | quantity must be a whole number from 1 to 1000
                    {"sku":"disc-blue","quantity":1.0}                      | quantity must be a whole number from 1 to 1000
                    {"sku":"disc-blue","quantity":"1"}                      | quantity must be a whole number from 1 to 1000
                    {"sku":"disc-blue","quantity":1,"expectedPrice":10}     | expectedPrice must be an object
                    {"sku":"disc-blue","quantity":1,"expectedPrice":{}}     | expectedPrice.currency is missing
                    {"sku":"disc-blue","quantity":1,"expectedPrice":{"currency":"gold","amount":-1}} | expectedPrice.amount must be a whole number from 0 to 9223372036854775807
                    """)
    void refusesBadInput(String body, String detail) {
        gold("ann", 50);
        var before = Ledger.of(world).rows();
        var refused = order("ann", "k1", body).send();
        assertThat(refused.outcome()).isEqualTo("400 bad-input");
        assertThat(refused.text("/detail")).isEqualTo(detail);
        assertThat(Ledger.of(world).rows()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(order("ann", "k1", BLUE).send().status())
                .as("the key is still free")
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tab\there",
                "ü",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void wantsAUsableKey(String key) {
        assertThat(order("ann", key, BLUE).send().outcome())
                .isEqualTo("400 idempotency-key-required");
        assertThat(world.post("/v1/store/orders", BLUE).as("ann").send().outcome())
                .isEqualTo("400 idempotency-key-required");
    }

    @Test
    void takesThePriceThatTheClientShowed() {
        gold("ann", 50);
        String body =
                "{\"sku\":\"disc-blue\",\"quantity\":1,\"expectedPrice\":{\"currency\":\"gold\",\"amount\":10}}";
        assertThat(order("ann", UUID.randomUUID().toString(), body).send().status()).isEqualTo(201);
    }

    private Call order(String player, String key, String body) {
        return world.post("/v1/store/orders", body).as(player).header("idempotency-key", key);
    }

    private void gold(String player, long amount) {
        var aws = new Aws(world.environment("ApplyEffects"));
        var id = UUID.randomUUID().toString();
        new WalletTable(aws, Instant::now, new SecureRandom())
                .apply(Transaction.prize(id, new PlayerId(player), new Unit("gold"), amount));
    }

    private static List<Got> atOnce(List<? extends Callable<Got>> work) throws Exception {
        var answers = new ArrayList<Got>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(List.<Callable<Got>>copyOf(work)))
                answers.add(answer.get());
        }
        return answers;
    }
}
