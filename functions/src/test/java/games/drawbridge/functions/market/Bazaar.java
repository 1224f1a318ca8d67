package games.drawbridge.functions.market;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.config.ConfigTable;
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
import java.util.concurrent.atomic.AtomicInteger;

/// A world where goods change hands, and what the tests say of it for short.
abstract class Bazaar {
    static final String DISC = "item:disc-blue";

    final World world = World.open();
    final WalletTable wallets =
            new WalletTable(
                    new Aws(world.environment("DealCalls")),
                    InstantSource.system(),
                    new SecureRandom());

    Got offer(String player, String key, int amount, long price) {
        return world.post(
                        "/v1/market/offers",
                        "{\"item\":\"%s\",\"amount\":%d,\"price\":%d}"
                                .formatted(DISC, amount, price))
                .as(player)
                .header("idempotency-key", key)
                .send();
    }

    Got buy(String player, String key, String offer) {
        return world.call("POST", "/v1/market/offers/" + offer + "/buy")
                .as(player)
                .header("idempotency-key", key)
                .send();
    }

    Got withdraw(String player, String offer) {
        return world.call("DELETE", "/v1/market/offers/" + offer).as(player).send();
    }

    Got list(String query) {
        return world.get("/v1/market/offers" + query).as("ann").send();
    }

    Got propose(String player, String key, int discs, int gold) {
        String give = discs == 0 ? "" : "{\"unit\":\"%s\",\"amount\":%d}".formatted(DISC, discs);
        String want = gold == 0 ? "" : "{\"unit\":\"gold\",\"amount\":%d}".formatted(gold);
        return world.post(
                        "/v1/market/trades",
                        "{\"with\":\"bob\",\"give\":[%s],\"want\":[%s]}".formatted(give, want))
                .as(player)
                .header("idempotency-key", key)
                .send();
    }

    Got accept(String player, String key, String trade) {
        return world.call("POST", "/v1/market/trades/" + trade + "/accept")
                .as(player)
                .header("idempotency-key", key)
                .send();
    }

    void sweep() {
        world.<ScheduledEvent, Void>handler("SweepOffers")
                .handleRequest(new ScheduledEvent(), new TestContext("SweepOffers"));
    }

    void config(String key, String value) {
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
    void eventually(String outcome) {
        var keys = new AtomicInteger();
        Await.until(
                outcome,
                Duration.ofSeconds(10),
                () ->
                        offer("ann", "try-" + outcome + keys.incrementAndGet(), 1, 10)
                                .outcome()
                                .equals(outcome));
    }

    long held(String player, String unit) {
        return Ledger.of(world).balance(player, unit);
    }

    void give(String player, String unit, long amount) {
        wallets.apply(
                Transaction.prize(
                        "gift#" + player + unit, new PlayerId(player), new Unit(unit), amount));
    }
}
