package games.drawbridge.functions.store;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.Ledger;
import games.drawbridge.functions.testkit.World;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceOrderTest {
    private static final String BLUE = "{\"sku\":\"disc-blue\",\"quantity\":1}";

    private final World world = World.open();
    private final Shop shop = new Shop(world);

    @Test
    void paysAndGets() {
        shop.gold("ann", 50);
        var order = shop.order("ann", "k1", BLUE).send();
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
    void roomsAreToldOnceWhatCameAndNothingOfWhatDidNot() {
        shop.gold("ann", 50);
        shop.order("bob", "k1", BLUE).send();
        for (int n = 0; n < 3; n++) shop.order("ann", "k1", BLUE).send();
        assertThat(world.told()).containsExactly("ann {\"item:disc-blue\":1}");
    }

    @Test
    void takesTwoRoundTrips() {
        shop.gold("ann", 50);
        shop.order("bob", "k1", BLUE).send();
        int before = world.calls().size();
        shop.order("ann", "k1", BLUE).send();
        assertThat(world.calls().subList(before, world.calls().size()))
                .containsExactly("PlaceOrder TransactGetItems", "PlaceOrder TransactWriteItems");
    }

    @Test
    void aLimitIsCountedOverAllOrders() {
        shop.gold("ann", 500);
        assertThat(
                        shop.order("ann", "k1", "{\"sku\":\"disc-blue\",\"quantity\":2}")
                                .send()
                                .outcome())
                .isEqualTo("422 limit-reached");
        assertThat(shop.order("ann", "k2", BLUE).send().status()).isEqualTo(201);
        assertThat(shop.order("ann", "k3", BLUE).send().outcome()).isEqualTo("422 limit-reached");
        assertThat(shop.order("bob", "k3", BLUE).send().outcome())
                .isEqualTo("422 insufficient-funds");
        Ledger.of(world).holds();
    }

    @Test
    void ofManyKeysAtOnceAsManyBuyAsTheLimitAllows() {
        shop.gold("ann", 500);
        var answers = AtOnce.times(6, n -> shop.order("ann", "k" + n, BLUE).send());
        assertThat(answers.stream().map(Got::outcome))
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
    void everyAnswerTellsTheBalanceThatItLeftBehind() {
        world.catalogue(
                """
                {"version":"2","packs":[],"items":[
                {"sku":"dot","title":"Dot","price":{"currency":"gold","amount":10},
                "grants":[{"kind":"item","id":"dot","amount":1}]}]}
                """);
        shop.gold("ann", 30);
        String dot = "{\"sku\":\"dot\",\"quantity\":1}";
        var answers = AtOnce.times(5, n -> shop.order("ann", "k" + n, dot).send());
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
        shop.gold("ann", 50);
        var before = Ledger.of(world).rows();
        var refused = shop.order("ann", "k1", body).send();
        assertThat(refused.outcome()).isEqualTo("400 bad-input");
        assertThat(refused.text("/detail")).isEqualTo(detail);
        assertThat(Ledger.of(world).rows()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(shop.order("ann", "k1", BLUE).send().status())
                .as("the key is still free")
                .isEqualTo(201);
    }

    @Test
    void takesThePriceThatTheClientShowed() {
        shop.gold("ann", 50);
        String body =
                "{\"sku\":\"disc-blue\",\"quantity\":1,\"expectedPrice\":{\"currency\":\"gold\",\"amount\":10}}";
        assertThat(shop.order("ann", UUID.randomUUID().toString(), body).send().status())
                .isEqualTo(201);
    }
}
