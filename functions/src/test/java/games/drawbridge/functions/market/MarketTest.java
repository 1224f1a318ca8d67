package games.drawbridge.functions.market;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.Ledger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class MarketTest extends Bazaar {
    @Test
    void goodsAreOfferedBoughtAndPaidWithAFee() {
        give("ann", DISC, 3);
        give("bob", "gold", 100);
        var made = offer("ann", "k1", 2, 80);
        assertThat(made.status()).isEqualTo(201);
        assertThat(held("ann", DISC)).as("two are in escrow").isEqualTo(1);
        String id = made.text("/id");
        assertThat(list("?item=" + DISC).at("/offers").findValuesAsText("id")).containsExactly(id);
        var bought = buy("bob", "b1", id);
        assertThat(bought.status()).isEqualTo(200);
        assertThat(bought.text("/state")).isEqualTo("sold");
        assertThat(held("bob", DISC)).isEqualTo(2);
        assertThat(held("bob", "gold")).isEqualTo(20);
        assertThat(held("ann", "gold")).as("five hundredths are the fee").isEqualTo(76);
        assertThat(list("?item=" + DISC).at("/offers")).isEmpty();
        assertThat(buy("bob", "b1", id).body()).as("the same key").isEqualTo(bought.body());
        assertThat(buy("bob", "b2", id).outcome()).isEqualTo("409 offer-gone");
        assertThat(buy("bob", "b2", "0".repeat(32)).outcome())
                .isEqualTo("422 idempotency-mismatch");
        var prices = world.get("/v1/market/prices?item=" + DISC).as("ann").send();
        assertThat(prices.text("/sales/0/price")).isEqualTo("80");
        assertThat(withdraw("ann", id).outcome()).isEqualTo("409 offer-gone");
        Ledger.of(world).holds();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"item":"item:disc-blue"}                         | 400 bad-input
                    {"item":"gold","price":1}                         | 400 bad-input
                    {"item":"debt:gold","price":1}                    | 400 bad-input
                    {"item":"item:disc-blue","price":0}               | 400 bad-input
                    {"item":"item:disc-blue","price":1000000001}      | 400 bad-input
                    {"item":"item:disc-blue","price":1,"amount":0}    | 400 bad-input
                    {"item":"item:disc-blue","price":1,"hours":169}   | 400 bad-input
                    {"item":"item:disc-blue","price":1,"amount":2}    | 422 insufficient-funds
                    """)
    void whatIsNoOfferIsRefused(String body, String outcome) {
        give("ann", DISC, 1);
        var got = world.post("/v1/market/offers", body).as("ann").header("idempotency-key", "k");
        assertThat(got.send().outcome()).isEqualTo(outcome);
        assertThat(world.post("/v1/market/offers", body).as("ann").send().outcome())
                .isIn("400 idempotency-key-required", "400 bad-input");
        assertThat(held("ann", DISC)).isEqualTo(1);
    }

    @Test
    void anOfferIsSoldOnceHoweverManyWantIt() {
        give("ann", DISC, 1);
        for (int n = 0; n < 5; n++) give("p" + n, "gold", 100);
        String id = offer("ann", "k", 1, 60).text("/id");
        var outcomes =
                AtOnce.times(
                        6,
                        n ->
                                n == 5
                                        ? withdraw("ann", id).outcome()
                                        : buy("p" + n, "k", id).outcome());
        assertThat(outcomes.stream().filter(it -> it.startsWith("2")).count()).isEqualTo(1);
        assertThat(outcomes).filteredOn("409 offer-gone"::equals).hasSize(5);
        Ledger.of(world).holds();
        long discs = held("ann", DISC);
        for (int n = 0; n < 5; n++) discs += held("p" + n, DISC);
        assertThat(discs).isEqualTo(1);
    }

    @Test
    void aDoubleClickOffersAndBuysOnce() {
        give("ann", DISC, 4);
        give("bob", "gold", 100);
        var offers = AtOnce.times(3, n -> offer("ann", "same", 2, 30));
        assertThat(offers.stream().map(Got::body).distinct()).hasSize(1);
        assertThat(held("ann", DISC)).isEqualTo(2);
        String id = offers.getFirst().text("/id");
        assertThat(AtOnce.times(3, n -> buy("bob", "same2", id).outcome())).containsOnly("200");
        assertThat(held("bob", "gold")).isEqualTo(70);
        Ledger.of(world).holds();
    }

    @Test
    void whatNobodyWantsComesBack() {
        give("ann", DISC, 3);
        give("bob", "gold", 100);
        String one = offer("ann", "k1", 1, 10).text("/id");
        String two = offer("ann", "k2", 1, 10).text("/id");
        for (int n = 0; n < 2; n++) assertThat(withdraw("ann", one).status()).isEqualTo(204);
        assertThat(withdraw("bob", two).outcome()).isEqualTo("404 not-found");
        assertThat(held("ann", DISC)).isEqualTo(2);
        world.tables().set("Market", "OFFER#" + two, "HEAD", "endsAt", AttributeValue.fromN("1"));
        assertThat(list("?item=" + DISC).at("/offers")).isEmpty();
        assertThat(buy("bob", "b", two).outcome()).isEqualTo("409 offer-gone");
        for (int n = 0; n < 2; n++) sweep();
        assertThat(held("ann", DISC)).isEqualTo(3);
        var mine = list("?mine=true");
        assertThat(mine.at("/offers").findValuesAsText("state"))
                .containsExactly("returned", "returned");
        Ledger.of(world).holds();
    }

    @Test
    void theCheapestPieceComesFirstAPageAtATime() {
        give("ann", DISC, 100);
        int[][] offers = {{1, 30}, {10, 100}, {2, 50}, {1, 20}};
        for (int n = 0; n < offers.length; n++) offer("ann", "k" + n, offers[n][0], offers[n][1]);
        var first = list("?item=" + DISC + "&limit=3");
        assertThat(first.at("/offers").findValuesAsText("price"))
                .containsExactly("100", "20", "50");
        var rest = list("?item=" + DISC + "&limit=3&cursor=" + first.text("/next"));
        assertThat(rest.at("/offers").findValuesAsText("price")).containsExactly("30");
        assertThat(rest.at("/next").isMissingNode()).isTrue();
        assertThat(list("?item=" + DISC + "&price=20").at("/offers")).hasSize(2);
        var mine = list("?mine=true&limit=3");
        assertThat(mine.at("/offers")).hasSize(3);
        assertThat(list("?mine=true&limit=3&cursor=" + mine.text("/next")).at("/offers"))
                .hasSize(1);
        for (String bad : List.of("", "?item=gold", "?item=", "?item=x&limit=0"))
            assertThat(list(bad).outcome()).isEqualTo("400 bad-input");
    }

    @Test
    void whoAsksTooMuchOrTooOftenIsRefused() {
        give("ann", DISC, 100);
        give("bob", "gold", 1000);
        for (int n = 0; n < 5; n++) {
            String id = offer("ann", "k" + n, 1, 10).text("/id");
            assertThat(buy("bob", "k" + n, id).status()).isEqualTo(200);
        }
        var refused = offer("ann", "dear", 1, 101);
        assertThat(refused.outcome()).isEqualTo("422 price-out-of-bounds");
        assertThat(refused.text("/detail")).endsWith("about 10");
        assertThat(offer("ann", "fair", 1, 100).status()).isEqualTo(201);
        assertThat(buy("ann", "own", offer("ann", "k9", 1, 10).text("/id")).outcome())
                .isEqualTo("422 own-offer");
        config("market.offers-per-day", "7");
        eventually("422 daily-limit");
        config("market.open", "false");
        eventually("422 market-closed");
    }

    @Test
    void whoIsBannedFromTheMarketStaysOut() {
        world.post("/v1/admin/players/ann/bans", "{\"scope\":\"market\",\"reason\":\"bots\"}")
                .as("sam")
                .claim("roles", "[support]")
                .send();
        assertThat(offer("ann", "k", 1, 10).outcome()).isIn("403 banned", "422 insufficient-funds");
    }
}
