package games.drawbridge.model.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Account;
import games.drawbridge.model.wallet.Leg;
import games.drawbridge.model.wallet.Transaction;
import games.drawbridge.model.wallet.Unit;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketRulesTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final PlayerId ANN = new PlayerId("ann");
    private static final PlayerId BOB = new PlayerId("bob");
    private static final OfferId ID = new OfferId("0".repeat(32));
    private static final Unit DISC = new Unit("item:disc-blue");
    private static final Unit GOLD = new Unit("gold");

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # price, percent, seller gets, fee
                    100, 5, 95, 5
                    101, 5, 95, 6
                      1, 5,  0, 1
                      1, 0,  1, 0
                    100, 50, 50, 50
                    1000000000, 50, 500000000, 500000000
                    """)
    void aSaleIsPaidWithAFee(long price, long percent, long gets, long fee) {
        var sale = offer(price, 2).sale(BOB, percent);
        assertThat(moved(sale, Account.of(BOB), GOLD)).isEqualTo(-price);
        assertThat(moved(sale, Account.of(ANN), GOLD)).isEqualTo(gets);
        assertThat(moved(sale, Offer.FEES, GOLD)).isEqualTo(fee);
        assertThat(moved(sale, Account.of(BOB), DISC)).isEqualTo(2);
        assertThat(moved(sale, Offer.ESCROW, DISC)).isEqualTo(-2);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # paid so far,     price, allowed
                    '',                  999, true
                    '10 10 10 10',       999, true
                    '10 10 10 10 10',    100, true
                    '10 10 10 10 10',    101, false
                    '10 10 10 10 10',      1, true
                    '10 10 10 10 10',      0, false
                    '1 10 10 10 99999',  100, true
                    '1 10 10 10 99999',  101, false
                    """)
    void whatWasPaidBoundsWhatIsAsked(String paid, long price, boolean allowed) {
        var prices =
                new Prices(
                        Stream.of(paid.split(" "))
                                .filter(text -> !text.isEmpty())
                                .map(Long::valueOf)
                                .toList());
        assertThat(prices.allow(price, 10)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "item:disc-blue,true",
        "gold,false",
        "debt:gold,false",
        "debt:item:x,false",
        "money:eur,false"
    })
    void goodsAreSoldAndNothingElse(String unit, boolean good) {
        assertThat(Offer.isGood(new Unit(unit))).isEqualTo(good);
    }

    @Test
    void aTradeGoesBothWaysAtOnce() {
        var trade = trade(BOB, Map.of(DISC, 1L), Map.of(GOLD, 7L)).transaction();
        assertThat(moved(trade, Account.of(ANN), GOLD)).isEqualTo(7);
        assertThat(moved(trade, Account.of(BOB), GOLD)).isEqualTo(-7);
        assertThat(moved(trade, Account.of(BOB), DISC)).isEqualTo(1);
    }

    @Test
    void whatIsNoTradeIsRefused() {
        var tooMany = new HashMap<Unit, Long>();
        for (int n = 0; n < 6; n++) tooMany.put(new Unit("item:n" + n), 1L);
        refused(ANN, Map.of(GOLD, 1L), Map.of(DISC, 1L));
        refused(BOB, Map.of(), Map.of());
        refused(BOB, Map.of(GOLD, 1L), Map.of(GOLD, 1L));
        refused(BOB, Map.of(GOLD, 0L), Map.of());
        refused(BOB, Map.of(GOLD, -1L), Map.of());
        refused(BOB, Map.of(new Unit("debt:gold"), 1L), Map.of());
        refused(BOB, tooMany, Map.of());
        assertThat(trade(BOB, Map.of(GOLD, 1L), Map.of()).transaction().legs()).hasSize(2);
    }

    private static void refused(PlayerId other, Map<Unit, Long> give, Map<Unit, Long> want) {
        assertThatThrownBy(() -> trade(other, give, want))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Trade trade(PlayerId other, Map<Unit, Long> give, Map<Unit, Long> want) {
        return new Trade(ID, ANN, other, give, want, NOON, NOON);
    }

    private static long moved(Transaction transaction, Account account, Unit unit) {
        return transaction.legs().stream()
                .filter(leg -> leg.account().equals(account) && leg.unit().equals(unit))
                .mapToLong(Leg::amount)
                .sum();
    }

    private static Offer offer(long price, int amount) {
        return new Offer(ID, ANN, DISC, amount, price, Offer.State.OPEN, NOON, NOON);
    }
}
