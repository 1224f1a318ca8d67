package games.drawbridge.functions.market;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Ledger;
import games.drawbridge.model.player.PlayerId;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class TradesTest extends Bazaar {
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
}
