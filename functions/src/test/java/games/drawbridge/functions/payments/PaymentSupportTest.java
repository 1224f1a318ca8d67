package games.drawbridge.functions.payments;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.Ledger;
import games.drawbridge.model.player.PlayerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentSupportTest {
    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    private String paid(String player) {
        var placed = shop.order(player, "k1");
        String session = placed.text("/checkout/sessionId");
        String intent = shop.stripe.pay(session);
        shop.told("checkout.session.completed", "checkout.session", session, intent);
        return placed.text("/orderId");
    }

    private Got find(String query) {
        return shop.world
                .get("/v1/admin/payments?" + query)
                .as("sue")
                .claim("roles", "[support]")
                .send();
    }

    private Got refund(String order, String key, String body) {
        return shop.world
                .post("/v1/admin/payments/" + order + "/refund", body)
                .as("sue")
                .claim("roles", "[support]")
                .header("idempotency-key", key)
                .send();
    }

    @Test
    void aPaymentIsFoundByEveryIdThatItGoesBy() {
        String order = paid("ann");
        var story = find("id=" + order);
        assertThat(story.text("/payments/0/order/orderId")).isEqualTo(order);
        assertThat(story.text("/payments/0/player")).isEqualTo("ann");
        assertThat(story.at("/payments/0/actions")).hasSize(1);
        assertThat(story.at("/payments/0/notices")).hasSize(1);
        assertThat(story.at("/payments/0/names")).hasSize(3);
        for (var name : story.at("/payments/0/names"))
            assertThat(find("id=" + name.asText()).body()).isEqualTo(story.body());
        assertThat(find("player=ann").text("/payments/0/order/orderId")).isEqualTo(order);
        assertThat(find("id=nothing").at("/payments")).isEmpty();
        assertThat(find("x=y").outcome()).isEqualTo("400 bad-input");
    }

    @Test
    void supportGivesMoneyBackOnceAndTheGoodsGo() {
        String order = paid("ann");
        var some = refund(order, "r1", "{\"reason\":\"half of it\",\"amount\":99}");
        assertThat(some.text("/order/status")).isEqualTo("fulfilled");
        assertThat(some.at("/order/back/amount").asLong()).isEqualTo(99);
        assertThat(shop.gems("ann")).isEqualTo(50);
        assertThat(refund(order, "r1", "{\"reason\":\"again\",\"amount\":99}").body())
                .isEqualTo(some.body());
        assertThat(shop.gems("ann")).isEqualTo(50);
        assertThat(refund(order, "r2", "{\"reason\":\"x\",\"amount\":101}").outcome())
                .isEqualTo("422 too-much");

        assertThat(refund(order, "r3", "{\"reason\":\"the rest\"}").text("/order/status"))
                .isEqualTo("refunded");
        assertThat(shop.gems("ann")).isZero();
        assertThat(shop.rows("ACTION#")).isEqualTo(3);
        assertThat(shop.world.tables().rows("Audit"))
                .as("each wish before and after, what was refused too")
                .hasSize(8);
        Ledger.of(shop.world).holds();
    }

    private Got accept(String order, String body) {
        return shop.world
                .post("/v1/admin/payments/" + order + "/accept", body)
                .as("sue")
                .claim("roles", "[support]")
                .send();
    }

    @Test
    void supportTakesMoneyThatIsHeldAndTheGoodsCome() {
        String order = shop.order("ann", "k1").text("/orderId");
        String session = shop.order("ann", "k1").text("/checkout/sessionId");
        assertThat(accept(order, "{\"reason\":\"x\"}").outcome()).isEqualTo("422 not-held");
        String intent = shop.stripe.pay(session, 150, "usd");
        assertThat(shop.confirm("ann", session).outcome()).isEqualTo("422 wrong-amount");
        assertThat(find("id=" + order).text("/payments/0/held")).isEqualTo("wrong-amount");
        assertThat(accept(order, "{}").outcome()).isEqualTo("400 bad-input");
        assertThat(shop.gems("ann")).isZero();

        for (int n = 0; n < 2; n++) {
            var accepted = accept(order, "{\"reason\":\"a price of last week\"}");
            assertThat(accepted.text("/order/status")).isEqualTo("fulfilled");
            assertThat(accepted.at("/order/paid/amount").asLong()).isEqualTo(150);
            assertThat(accepted.at("/held").isMissingNode()).isTrue();
        }
        assertThat(shop.confirm("ann", session).status()).as("from now on it is").isEqualTo(200);
        assertThat(shop.gems("ann")).isEqualTo(100);

        shop.stripe.refund(intent, 75, "succeeded");
        shop.confirm("ann", session);
        assertThat(shop.gems("ann")).as("half of what was paid is left").isEqualTo(50);
        assertThat(shop.rows("MOVEMENT#")).isEqualTo(2);
        Ledger.of(shop.world).holds();
    }

    @Test
    void whatIsNotSupportsIsRefused() {
        String order = shop.order("ann", "k1").text("/orderId");
        assertThat(refund(order, "r1", "{\"reason\":\"x\"}").outcome()).isEqualTo("422 not-paid");
        assertThat(refund(order, "r1", "{}").outcome()).isEqualTo("400 bad-input");
        assertThat(refund("nothing", "r1", "{\"reason\":\"x\"}").outcome())
                .isEqualTo("404 not-found");
        assertThat(accept("nothing", "{\"reason\":\"x\"}").outcome()).isEqualTo("404 not-found");
        assertThat(shop.world.get("/v1/admin/payments?id=" + order).as("ann").send().outcome())
                .isEqualTo("403 forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"canvas", "instant"})
    void atMetaAWishWhoseAnswerWasLostIsNotSaidAgain(String where) {
        String product = where.equals("canvas") ? "https://play.example/og/gems_100" : "gems_100";
        var meta = new MetaPayment(shop, where, product);
        String order = meta.paid("ann");
        refund(order, "r1", "{\"reason\":\"x\",\"amount\":99}");
        refund(order, "r1", "{\"reason\":\"x\",\"amount\":99}");
        assertThat(shop.graph.refunds()).containsExactly("301 0.99 USD");
    }

    @Test
    void anOrderIsToldHandedOverAndForgottenWithItsPlayer() {
        String order = paid("ann");
        var holding = new PaymentHolding(shop.aws("RunJobs"));
        assertThat(holding.export(new PlayerId("ann")).toString()).contains(order);
        holding.move(player("ann"), player("bob"));
        holding.move(player("ann"), player("bob"));
        assertThat(shop.status("bob", order)).isEqualTo("fulfilled");
        assertThat(shop.show("ann", order).outcome()).isEqualTo("404 not-found");
        assertThat(shop.rows("NOTICE#")).isEqualTo(1);
        holding.erase(player("bob"));
        holding.erase(player("bob"));
        assertThat(shop.rows("NOTICE#")).isZero();
        assertThat(shop.show("bob", order).outcome()).isEqualTo("404 not-found");
        assertThat(find("id=" + order).text("/payments/0/player")).isEqualTo("forgotten");
    }

    private static PlayerId player(String id) {
        return new PlayerId(id);
    }
}
