package games.drawbridge.functions.store;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.Ledger;
import games.drawbridge.functions.testkit.World;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a player sees is what they can buy.
class OffersTest {
    private final World world = World.open();
    private final Shop shop = new Shop(world);

    @BeforeEach
    void aStoreWithEverything() {
        world.catalogue(
                """
                {"version":"7","zone":"Europe/Berlin","currencies":["gold","xp"],
                "levels":{"currency":"xp","steps":[10]},
                "goods":[{"kind":"item","id":"cap"},
                  {"kind":"item","id":"sword","unique":true,"attributes":{"edge":"sharp"}}],
                "items":[
                {"sku":"cap","title":"Cap","price":{"currency":"gold","amount":10},
                  "grants":[{"kind":"item","id":"cap","amount":1}],
                  "limits":[{"most":2,"per":"day"}],"first":{"currency":"gold","amount":4}},
                {"sku":"sword","title":"Sword","price":{"currency":"gold","amount":10},
                  "grants":[{"kind":"item","id":"sword","amount":1}],
                  "requires":[{"owns":{"kind":"item","id":"cap","least":1}}],
                  "sales":[{"during":{"from":"2020-01-01T00:00:00Z","until":"2099-01-01T00:00:00Z"},
                    "price":{"currency":"gold","amount":8}}]},
                {"sku":"crown","title":"Crown","price":{"currency":"gold","amount":1},
                  "grants":[{"kind":"item","id":"cap","amount":5}],"requires":[{"level":{"least":2}}]},
                {"sku":"past","title":"Past","price":{"currency":"gold","amount":1},
                  "grants":[{"kind":"item","id":"cap","amount":5}],
                  "offered":{"until":"2020-01-01T00:00:00Z"}}],
                "packs":[{"sku":"p","title":"P","prices":[{"amount":99,"currency":"EUR"}],
                  "grants":[{"kind":"currency","id":"gold","amount":10}],
                  "first":[{"kind":"currency","id":"gold","amount":5}]}]}
                """);
        shop.gold("ann", 100);
    }

    @Test
    void everybodySeesTheSameAndEachPlayerTheirOwn() {
        var all = world.get("/v1/store").send();
        assertThat(skus(all)).containsExactly("cap", "sword", "crown");
        assertThat(all.at("/items/0/price/amount").asInt()).isEqualTo(10);
        assertThat(all.at("/items/1").toString())
                .isEqualTo(
                        """
                        {"sku":"sword","title":"Sword","price":{"currency":"gold","amount":8},\
                        "was":{"currency":"gold","amount":10},"until":"2099-01-01T00:00:00Z",\
                        "grants":[{"kind":"item","id":"sword","amount":1}],\
                        "requires":[{"owns":{"kind":"item","id":"cap","least":1}}]}\
                        """);

        var mine = world.get("/v1/store/offers").as("ann").send();
        assertThat(skus(mine)).containsExactly("cap");
        assertThat(mine.at("/items/0/price/amount").asInt()).isEqualTo(4);
        assertThat(mine.at("/items/0/left").asInt()).isEqualTo(2);
        assertThat(mine.headers()).doesNotContainKey("etag");
        assertThat(mine.headers()).containsEntry("cache-control", "no-store");

        buy("ann", "k1", "cap", 4);
        var then = world.get("/v1/store/offers").as("ann").send();
        assertThat(skus(then)).containsExactly("cap", "sword");
        assertThat(then.at("/items/0/price/amount").asInt()).isEqualTo(10);
        assertThat(then.at("/items/0/left").asInt()).isEqualTo(1);
    }

    @Test
    void theFirstOneIsCheapOnceHoweverManyTry() {
        var answers = AtOnce.times(4, n -> shop.order("ann", "k" + n, wish("cap", 4)).send());
        assertThat(answers.stream().map(Got::outcome))
                .containsExactlyInAnyOrder(
                        "201", "409 price-changed", "409 price-changed", "409 price-changed");
        assertThat(Ledger.of(world).balance("ann", "gold")).isEqualTo(96);
    }

    @Test
    void aDayHasItsLimit() {
        buy("ann", "k1", "cap", 4);
        buy("ann", "k2", "cap", 10);
        var third = shop.order("ann", "k3", wish("cap", 10)).send();
        assertThat(third.outcome()).isEqualTo("422 limit-reached");
        assertThat(third.text("/detail")).isEqualTo("a player may buy 2 a day");
        assertThat(shop.order("ann", "k4", wish("past", 1)).send().outcome())
                .isEqualTo("404 not-found");
    }

    @Test
    void whatIsRequiredIsCheckedWhereItIsWritten() {
        var early = shop.order("ann", "k1", wish("sword", 8)).send();
        assertThat(early.outcome()).isEqualTo("422 requirement-not-met");
        assertThat(early.at("/requirement/owns/id").asText()).isEqualTo("cap");
        assertThat(shop.order("ann", "k2", wish("crown", 1)).send().outcome())
                .isEqualTo("422 requirement-not-met");
        shop.give("ann", "xp", 10);
        assertThat(shop.order("ann", "k3", wish("crown", 1)).send().status()).isEqualTo(201);
        Ledger.of(world).holds();
    }

    @Test
    void aUniqueGoodIsAPieceOfItsOwn() {
        buy("ann", "k1", "cap", 4);
        buy("ann", "k2", "sword", 8);
        buy("ann", "k3", "sword", 8);
        var items = world.get("/v1/inventory").as("ann").send().at("/items");
        assertThat(items).hasSize(3);
        assertThat(items.get(0).toString())
                .isEqualTo("{\"kind\":\"item\",\"id\":\"cap\",\"amount\":1}");
        assertThat(items.get(1).at("/attributes/edge").asText()).isEqualTo("sharp");
        assertThat(items.get(1).get("id").asText()).isEqualTo("sword");
        assertThat(items.get(1).get("instance").asText())
                .hasSize(24)
                .isNotEqualTo(items.get(2).get("instance").asText());
        Ledger.of(world).holds();
    }

    @Test
    void takesTwoRoundTripsToBuyAndToSee() {
        buy("ann", "k1", "cap", 4);
        world.get("/v1/store/offers").as("ann").send();
        int before = world.calls().size();
        buy("ann", "k2", "sword", 8);
        world.get("/v1/store/offers").as("ann").send();
        assertThat(world.calls().subList(before, world.calls().size()))
                .containsExactly(
                        "PlaceOrder TransactGetItems",
                        "PlaceOrder TransactWriteItems",
                        "StoreCalls Query",
                        "StoreCalls Query");
    }

    private void buy(String player, String key, String sku, long price) {
        assertThat(shop.order(player, key, wish(sku, price)).send().status()).isEqualTo(201);
    }

    private static String wish(String sku, long price) {
        return "{\"sku\":\"%s\",\"quantity\":1,\"expectedPrice\":{\"currency\":\"gold\",\"amount\":%d}}"
                .formatted(sku, price);
    }

    private static List<String> skus(Got store) {
        return store.at("/items").findValuesAsText("sku");
    }
}
