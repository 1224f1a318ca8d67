package games.drawbridge.functions.store;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Ledger;
import games.drawbridge.functions.testkit.World;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// One key is one wish, however often it is asked.
class OrderKeysTest {
    private static final String BLUE = "{\"sku\":\"disc-blue\",\"quantity\":1}";

    private final World world = World.open();
    private final Shop shop = new Shop(world);

    @Test
    void theSameKeyAndBodyGivesTheFirstAnswerAgain() {
        shop.gold("ann", 50);
        var first = shop.order("ann", "k1", BLUE).send();
        var ledger = Ledger.of(world).rows();
        for (int n = 0; n < 3; n++)
            assertThat(shop.order("ann", "k1", BLUE).send()).isEqualTo(first);
        assertThat(Ledger.of(world).rows()).containsExactlyInAnyOrderElementsOf(ledger);
    }

    @Test
    void theSameKeyOfAnotherPlayerIsAnotherKey() {
        shop.gold("ann", 50);
        shop.gold("bob", 50);
        String ann = shop.order("ann", "k1", BLUE).send().text("/orderId");
        var bob = shop.order("bob", "k1", BLUE).send();
        assertThat(bob.status()).isEqualTo(201);
        assertThat(bob.text("/orderId")).isNotEqualTo(ann);
    }

    @Test
    void aRefusalIsRememberedEvenWhenItWouldNotBeOneNow() {
        var poor = shop.order("ann", "k1", BLUE).send();
        var gone = shop.order("ann", "k2", "{\"sku\":\"moon\",\"quantity\":1}").send();
        String dear =
                "{\"sku\":\"disc-blue\",\"quantity\":1,\"expectedPrice\":{\"currency\":\"gold\",\"amount\":9}}";
        var changed = shop.order("ann", "k3", dear).send();
        assertThat(List.of(poor.outcome(), gone.outcome(), changed.outcome()))
                .containsExactly("422 insufficient-funds", "404 not-found", "409 price-changed");

        shop.gold("ann", 50);
        world.catalogue(
                """
                {"version":"2","packs":[],"items":[
                {"sku":"moon","title":"Moon","price":{"currency":"gold","amount":1},
                "grants":[{"kind":"item","id":"moon","amount":1}]}]}
                """);
        assertThat(shop.order("ann", "k1", BLUE).send()).isEqualTo(poor);
        assertThat(shop.order("ann", "k2", "{\"sku\":\"moon\",\"quantity\":1}").send())
                .isEqualTo(gone);
        assertThat(shop.order("ann", "k3", dear).send()).isEqualTo(changed);
        assertThat(world.get("/v1/wallet").as("ann").send().text("/balances/gold")).isEqualTo("50");
    }

    @Test
    void aRefusalIsForgottenAfterTwoDaysAndAnOrderNever() {
        shop.order("ann", "k1", BLUE).send();
        shop.gold("ann", 50);
        var kept = world.tables().row("Wallets", "WALLET#ann", "ORDER#k1");
        long expires = Long.parseLong(kept.get("expires").n());
        assertThat(Instant.ofEpochSecond(expires))
                .isBetween(
                        Instant.now().plusSeconds(47 * 3_600),
                        Instant.now().plusSeconds(48 * 3_600));

        String past = Long.toString(Instant.now().minusSeconds(10).getEpochSecond());
        world.tables()
                .set("Wallets", "WALLET#ann", "ORDER#k1", "expires", AttributeValue.fromN(past));
        var bought = shop.order("ann", "k1", BLUE).send();
        assertThat(bought.status()).isEqualTo(201);
        assertThat(world.tables().row("Wallets", "WALLET#ann", "ORDER#k1"))
                .doesNotContainKey("expires");
        assertThat(shop.order("ann", "k1", BLUE).send()).isEqualTo(bought);
    }

    @Test
    void theSameKeyWithAnotherBodyIsAMistake() {
        shop.gold("ann", 50);
        var first = shop.order("ann", "k1", BLUE).send();
        for (String body :
                List.of(
                        "{\"sku\":\"disc-blue\",\"quantity\":2}",
                        "{\"sku\":\"disc-green\",\"quantity\":1}",
                        "{\"sku\":\"moon\",\"quantity\":1}"))
            assertThat(shop.order("ann", "k1", body).send().outcome())
                    .isEqualTo("422 idempotency-mismatch");
        shop.order("ann", "k2", "{\"sku\":\"moon\",\"quantity\":1}").send();
        assertThat(shop.order("ann", "k2", BLUE).send().outcome())
                .isEqualTo("422 idempotency-mismatch");
        assertThat(shop.order("ann", "k1", BLUE).send()).isEqualTo(first);
        assertThat(Ledger.of(world).balance("ann", "gold")).isEqualTo(40);
    }

    @Test
    void ofOneKeyManyTimesAtOnceThereIsOneEffectAndOneAnswer() {
        shop.gold("ann", 50);
        var answers = AtOnce.times(8, _ -> shop.order("ann", "k1", BLUE).send());
        assertThat(answers).allMatch(answer -> answer.equals(answers.getFirst()));
        assertThat(answers.getFirst().status()).isEqualTo(201);
        assertThat(Ledger.of(world).balance("ann", "gold")).isEqualTo(40);
        Ledger.of(world).holds();
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
        assertThat(shop.order("ann", key, BLUE).send().outcome())
                .isEqualTo("400 idempotency-key-required");
        assertThat(world.post("/v1/store/orders", BLUE).as("ann").send().outcome())
                .isEqualTo("400 idempotency-key-required");
    }
}
