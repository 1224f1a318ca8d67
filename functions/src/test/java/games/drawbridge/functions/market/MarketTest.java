package games.drawbridge.functions.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.config.ConfigTable;
import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Await;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.Ledger;
import games.drawbridge.functions.testkit.TestContext;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.functions.wallet.WalletTable;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Transaction;
import games.drawbridge.model.wallet.Unit;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class MarketTest {
    private static final String DISC = "item:disc-blue";

    private final World world = World.open();
    private final WalletTable wallets =
            new WalletTable(
                    new Aws(world.environment("DealCalls")),
                    InstantSource.system(),
                    new SecureRandom());

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
        assertThat(refused.at("/median").asDouble()).isEqualTo(10.0);
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

    // ---- trades ----

    @Test
    void twoPlayersTradeWhatBothHaveAgreedTo() {
        give("ann", DISC, 2);
        give("bob", "gold", 50);
        String id = propose("ann", "k", 1, 50).text("/id");
        assertThat(held("ann", DISC)).as("nothing has moved yet").isEqualTo(2);
        assertThat(world.get("/v1/market/trades").as("bob").send().text("/trades/0/give/0/unit"))
                .isEqualTo(DISC);
        assertThat(accept("ann", "a", id).outcome()).isEqualTo("404 not-found");
        assertThat(accept("cleo", "a", id).outcome()).isEqualTo("404 not-found");
        assertThat(AtOnce.times(3, n -> accept("bob", "a", id).outcome())).containsOnly("200");
        assertThat(held("ann", "gold")).isEqualTo(50);
        assertThat(held("bob", DISC)).isEqualTo(1);
        assertThat(accept("bob", "again", id).outcome()).isEqualTo("404 not-found");
        assertThat(world.get("/v1/market/trades").as("ann").send().at("/trades")).isEmpty();
        String poor = propose("ann", "k2", 1, 50).text("/id");
        assertThat(accept("bob", "b", poor).outcome()).isEqualTo("422 insufficient-funds");
        for (int n = 0; n < 2; n++)
            assertThat(world.call("DELETE", "/v1/market/trades/" + poor).as("bob").send().status())
                    .isEqualTo(204);
        assertThat(accept("bob", "c", poor).outcome()).isEqualTo("404 not-found");
        assertThat(propose("ann", "k3", 0, 0).outcome()).isEqualTo("400 bad-input");
        Ledger.of(world).holds();
    }

    // ---- accounts ----

    @Test
    void offersGoWithTheirPlayer() {
        var holding =
                new MarketHolding(new Aws(world.environment("RunJobs")), InstantSource.system());
        give("ann", DISC, 3);
        give("cleo", "gold", 10);
        String one = offer("ann", "k1", 1, 10).text("/id");
        offer("ann", "k2", 1, 10);
        propose("ann", "k3", 1, 1);
        assertThat(holding.export(new PlayerId("ann")).toString()).contains(one);
        for (int n = 0; n < 2; n++) holding.move(new PlayerId("ann"), new PlayerId("bob"));
        buy("cleo", "k", one);
        assertThat(held("bob", "gold")).isEqualTo(9);
        for (int n = 0; n < 2; n++) holding.erase(new PlayerId("bob"));
        assertThat(held("bob", DISC)).isEqualTo(1);
        assertThat(world.tables().rows("Market"))
                .noneMatch(row -> row.get("pk").s().startsWith("OFFER#"))
                .noneMatch(row -> row.get("pk").s().startsWith("TRADE#"));
        Ledger.of(world).holds();
    }

    @Test
    void aDealWhoseAnswerIsLostIsMadeOnce() {
        give("ann", DISC, 1);
        give("bob", "gold", 100);
        world.losingAnswers();
        String id = offer("ann", "k", 1, 20).text("/id");
        assertThat(buy("bob", "k", id).status()).isEqualTo(200);
        assertThat(held("bob", "gold")).isEqualTo(80);
        Ledger.of(world).holds();
    }

    private Got offer(String player, String key, int amount, long price) {
        return world.post(
                        "/v1/market/offers",
                        "{\"item\":\"%s\",\"amount\":%d,\"price\":%d}"
                                .formatted(DISC, amount, price))
                .as(player)
                .header("idempotency-key", key)
                .send();
    }

    private Got buy(String player, String key, String offer) {
        return world.call("POST", "/v1/market/offers/" + offer + "/buy")
                .as(player)
                .header("idempotency-key", key)
                .send();
    }

    private Got withdraw(String player, String offer) {
        return world.call("DELETE", "/v1/market/offers/" + offer).as(player).send();
    }

    private Got list(String query) {
        return world.get("/v1/market/offers" + query).as("ann").send();
    }

    private Got propose(String player, String key, int discs, int gold) {
        String give = discs == 0 ? "" : "{\"unit\":\"%s\",\"amount\":%d}".formatted(DISC, discs);
        String want = gold == 0 ? "" : "{\"unit\":\"gold\",\"amount\":%d}".formatted(gold);
        return world.post(
                        "/v1/market/trades",
                        "{\"with\":\"bob\",\"give\":[%s],\"want\":[%s]}".formatted(give, want))
                .as(player)
                .header("idempotency-key", key)
                .send();
    }

    private Got accept(String player, String key, String trade) {
        return world.call("POST", "/v1/market/trades/" + trade + "/accept")
                .as(player)
                .header("idempotency-key", key)
                .send();
    }

    private void sweep() {
        world.<ScheduledEvent, Void>handler("SweepOffers")
                .handleRequest(new ScheduledEvent(), new TestContext("SweepOffers"));
    }

    private void config(String key, String value) {
        long version = new ConfigTable(new Aws(world.environment("GetConfig"))).read().version();
        world.call("PUT", "/v1/admin/config")
                .as("sam")
                .claim("roles", "[admin]")
                .json(
                        "{\"version\":%d,\"changes\":[{\"key\":\"%s\",\"value\":%s}],\"reason\":\"x\"}"
                                .formatted(version, key, value))
                .send();
    }

    /// A function may know the old configuration for a second.
    private void eventually(String outcome) {
        var keys = new AtomicInteger();
        Await.until(
                outcome,
                Duration.ofSeconds(10),
                () ->
                        offer("ann", "try-" + outcome + keys.incrementAndGet(), 1, 10)
                                .outcome()
                                .equals(outcome));
    }

    private long held(String player, String unit) {
        return Ledger.of(world).balance(player, unit);
    }

    private void give(String player, String unit, long amount) {
        wallets.apply(
                Transaction.prize(
                        "gift#" + player + unit, new PlayerId(player), new Unit(unit), amount));
    }
}
