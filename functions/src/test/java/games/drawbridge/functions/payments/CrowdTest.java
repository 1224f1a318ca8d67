package games.drawbridge.functions.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.Ledger;
import games.drawbridge.functions.testkit.StripeDouble;
import games.drawbridge.functions.wallet.WalletTable;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Transaction;
import games.drawbridge.model.wallet.Unit;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Everybody clicks twice and every notice comes many times, all at the same moment: granted once.
/// `./drawbridge faults money` does it with 10,000 of each.
class CrowdTest {
    private static final int CALLS = Integer.getInteger("calls", 60);
    private static final int AT_ONCE = Math.min(CALLS, 100);

    private final Shop shop = new Shop();
    private final TreeMap<String, Integer> answers = new TreeMap<>();

    @AfterEach
    void close() {
        shop.close();
    }

    /// @param each so many calls are about one order
    @ParameterizedTest
    @ValueSource(ints = {10, Integer.MAX_VALUE})
    void manyNoticesClicksAndStreamsAtOnceGrantOnce(int each) {
        int orders = Math.max(1, CALLS / each);
        var record = new MoneyRecord(orders == 1 ? "crowd-one-order" : "crowd-many-orders");
        count(AtOnce.times(CALLS, AT_ONCE, n -> order(n % orders).outcome()));
        var sales = IntStream.range(0, orders).mapToObj(this::pay).toList();
        assertThat(sales).extracting(Paid::session).doesNotHaveDuplicates();

        count(AtOnce.times(CALLS, AT_ONCE, n -> comes(n / orders, sales.get(n % orders))));
        while (!shop.pending().isEmpty()) shop.works();
        for (var sale : sales) assertThat(shop.gems(sale.player())).isEqualTo(100);
        shop.pass(Duration.ofMinutes(2), "ask");
        shop.reconcile();

        var figures = new ObjectMapper().createObjectNode().put("scenario", "crowd");
        figures.put("orders", orders).put("calls", 2 * CALLS).put("atOnce", AT_ONCE);
        figures.set("answers", new ObjectMapper().valueToTree(answers));
        figures.put("notices", shop.rows("NOTICE#")).put("charges", shop.rows("ACTION#"));
        long granted = sales.stream().mapToLong(sale -> shop.gems(sale.player())).sum();
        record.crowd(figures.put("gemsPaidFor", 100L * orders).put("gemsGranted", granted));
        for (var sale : sales) assertThat(shop.gems(sale.player())).isEqualTo(100);
        for (String row : List.of("ACTION#", "MOVEMENT#", "OUTBOX#"))
            assertThat(shop.rows(row)).isEqualTo(orders);
        assertThat(answers.keySet()).isSubsetOf("200", "201", "503 busy", "brought", "again");
        Ledger.of(shop.world).holds();
    }

    private record Paid(String player, String session, String event, String intent) {}

    private Got order(int n) {
        return shop.order("player" + n, "key");
    }

    private Paid pay(int n) {
        String session = order(n).text("/checkout/sessionId");
        String intent = shop.stripe.pay(session);
        return new Paid("player" + n, session, event(session, intent), intent);
    }

    private String event(String session, String intent) {
        return shop.stripe.event("x", "checkout.session", session, intent);
    }

    /// Two clicks, a notice, one that comes again and again, and what the stream brings of any.
    private String comes(int n, Paid sale) {
        return switch (n % 5) {
            case 0, 1 -> shop.confirm(sale.player(), sale.session()).outcome();
            case 2 -> tell(event(sale.session(), sale.intent()));
            case 3 -> tell(sale.event());
            default -> shop.works(10) ? "brought" : "again";
        };
    }

    private String tell(String event) {
        return shop.tell(event, Instant.now(), StripeDouble.WEBHOOK_SECRET).outcome();
    }

    @Test
    void manyClicksAtOnceBuyOnce() {
        int players = Math.max(1, CALLS / 10);
        var record = new MoneyRecord("crowd-store");
        var wallets =
                new WalletTable(
                        shop.aws("ApplyEffects"), InstantSource.system(), new SecureRandom());
        for (int n = 0; n < players; n++)
            wallets.apply(
                    Transaction.prize(
                            "prize" + n, new PlayerId("player" + n), new Unit("gold"), 100));
        count(AtOnce.times(CALLS, AT_ONCE, n -> buy("player" + n % players).outcome()));
        for (int n = 0; n < players; n++)
            assertThat(buy("player" + n).text("/balances/gold")).isEqualTo("80");

        var ledger = Ledger.of(shop.world);
        var figures = new ObjectMapper().createObjectNode().put("scenario", "crowd-store");
        figures.put("players", players).put("calls", CALLS).put("atOnce", AT_ONCE);
        figures.set("answers", new ObjectMapper().valueToTree(answers));
        record.crowd(figures.put("transactions", ledger.transactions()));
        assertThat(ledger.transactions()).as("a prize and a purchase each").isEqualTo(2L * players);
        assertThat(answers.keySet()).isSubsetOf("201", "503 busy");
        ledger.holds();
    }

    private Got buy(String player) {
        return shop.world
                .post("/v1/store/orders", "{\"sku\":\"party-bundle\",\"quantity\":1}")
                .as(player)
                .header("idempotency-key", "key")
                .send();
    }

    private void count(List<String> outcomes) {
        outcomes.forEach(each -> answers.merge(each, 1, Integer::sum));
    }
}
