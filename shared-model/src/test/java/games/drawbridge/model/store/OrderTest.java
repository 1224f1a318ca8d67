package games.drawbridge.model.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.store.Catalogue.Grant;
import games.drawbridge.model.store.Catalogue.Price;
import games.drawbridge.model.wallet.Account;
import games.drawbridge.model.wallet.Leg;
import games.drawbridge.model.wallet.Pocket;
import games.drawbridge.model.wallet.Unit;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {
    private static final PlayerId ANN = new PlayerId("ann");
    private static final Account WALLET = Account.of(ANN);
    private static final Unit XP = new Unit("xp");
    private static final Unit DISC = new Unit("item:disc");

    /// A Sunday in Berlin, and still Saturday in New York.
    private static final Instant NOW = Instant.parse("2026-11-29T03:00:00Z");

    private static final Item PLAIN = new Item("disc", "Disc", gold(10), grants("disc", 1), 3);

    @Test
    void paysAndGetsInOneTransaction() {
        var outcome = (Order.Outcome.Accepted) order("disc", 2, gold(10), PLAIN);
        assertThat(outcome.transaction().legs())
                .containsExactly(
                        new Leg(WALLET, new Unit("gold"), -20),
                        new Leg(Account.STORE, new Unit("gold"), 20),
                        new Leg(Account.STORE, DISC, -2),
                        new Leg(WALLET, DISC, 2));
        assertThat(outcome.granted()).containsExactly(new Grant("item", "disc", 2));
        assertThat(outcome.bought())
                .isEqualTo(new Bought(2, Map.of("2026-11-29", 2L, "2026-W48", 2L, "2026-11", 2L)));
    }

    @Test
    void refusesAnotherPriceThanTheClientShowed() {
        assertThat(order("disc", 1, gold(9), PLAIN))
                .isEqualTo(new Order.Outcome.PriceChanged(gold(10)));
        assertThat(order("moon", 1, null, PLAIN)).isEqualTo(new Order.Outcome.NoSuchItem());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_001, Integer.MIN_VALUE})
    void refusesAQuantityOutOfRange(int quantity) {
        assertThatThrownBy(() -> new Order("disc", quantity, null))
                .hasMessage("quantity must be from 1 to 1000");
    }

    @Test
    void aCatalogueNamesEachThingOnce() {
        assertThatThrownBy(() -> new Catalogue("2", List.of(PLAIN, PLAIN), List.of()))
                .hasMessageStartingWith("a sku twice");
        var goldForGold = List.of(new Grant("currency", "gold", 5));
        assertThatThrownBy(() -> new Item("x", "X", gold(10), goldForGold, null))
                .hasMessage("x names a unit twice");
    }

    /// The limit is 3 a day, 5 a week, 20 for ever.
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # bought when,            how many, ever, now, outcome
                    2026-11-28T23:30:00Z,            2,    2,   2, 3 a day
                    2026-11-28T23:30:00Z,            2,    2,   1, bought
                    2026-11-28T22:30:00Z,            3,    3,   2, bought
                    2026-11-28T22:30:00Z,            3,    3,   3, 5 a week
                    2026-11-22T22:30:00Z,            5,    5,   3, bought
                    2026-11-22T22:30:00Z,            5,   18,   3, 20 ever
                    """)
    void aLimitCountsByTheCalendarOfItsZone(
            Instant before, int many, int ever, int quantity, String outcome) {
        var item = limited(20, List.of(new Limit(3, Limit.Per.DAY), new Limit(5, Limit.Per.WEEK)));
        var catalogue = catalogue(item);
        var bought = new Bought(ever - many, Map.of()).and(many, catalogue.day(before));
        var customer = new Customer(ANN, Map.of(), Map.of("disc", bought));
        var came = new Order("disc", quantity, null).decide("o1", customer, catalogue, NOW);
        assertThat(said(came)).isEqualTo(outcome);
    }

    private static String said(Order.Outcome outcome) {
        return switch (outcome) {
            case Order.Outcome.Accepted _ -> "bought";
            case Order.Outcome.LimitReached(var most, var per) ->
                    most + (per == null ? " ever" : " a " + per.name().toLowerCase(Locale.ROOT));
            case Order.Outcome.Refused refused -> refused.toString();
        };
    }

    /// Usually 10; 7 in a sale of December; the first one alone 4.
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # at,                 bought, quantity, price
                    2026-11-30T23:59:59Z,      1,        1,    10
                    2026-12-01T00:00:00Z,      1,        1,     7
                    2026-12-31T23:59:59Z,      1,        1,     7
                    2027-01-01T00:00:00Z,      1,        1,    10
                    2026-11-30T00:00:00Z,      0,        1,     4
                    2026-12-01T00:00:00Z,      0,        1,     4
                    2026-11-30T00:00:00Z,      0,        2,    10
                    2026-12-01T00:00:00Z,      0,        2,     7
                    """)
    void thePriceIsTheLeastThatIsTrue(Instant at, long bought, int quantity, long price) {
        var december =
                new Span(
                        Instant.parse("2026-12-01T00:00:00Z"),
                        Instant.parse("2027-01-01T00:00:00Z"));
        var item =
                new Item(
                        "disc",
                        "Disc",
                        gold(10),
                        grants("disc", 1),
                        null,
                        List.of(),
                        null,
                        List.of(new Sale(december, gold(7))),
                        gold(4),
                        null,
                        List.of());
        var customer = new Customer(ANN, Map.of(), Map.of("disc", new Bought(bought, Map.of())));
        var order = new Order("disc", quantity, gold(price));
        assertThat(order.decide("o1", customer, catalogue(item), at))
                .isInstanceOf(Order.Outcome.Accepted.class);
        if (quantity == 1)
            assertThat(Storefront.of(catalogue(item), customer, at).items().getFirst().price())
                    .as("what a player sees is what they can buy")
                    .isEqualTo(gold(price));
    }

    /// Levels take 100 and 300 of xp.
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                     xp, discs, swords, outcome
                    300,     2,      0, bought
                    299,     2,      0, it takes level 3
                    300,     1,      0, it takes 2 item:disc
                    300,     2,      1, not with item:sword
                    """,
            useHeadersInDisplayName = true)
    void whatIsRequiredMustBeTrue(long xp, long discs, long swords, String outcome) {
        var item =
                new Item(
                        "hat",
                        "Hat",
                        gold(10),
                        grants("hat", 1),
                        null,
                        List.of(),
                        null,
                        List.of(),
                        null,
                        null,
                        List.of(
                                new Requirement.Level(3),
                                new Requirement.Owns("item", "disc", 2),
                                new Requirement.Lacks("item", "sword")));
        var customer =
                new Customer(
                        ANN, Map.of(XP, xp, DISC, discs, new Unit("item:sword"), swords), Map.of());
        var catalogue = catalogue(item);
        var order = new Order("hat", 1, null);
        var came = order.decide("o1", customer, catalogue, NOW);
        assertThat(came instanceof Order.Outcome.NotMet(var why) ? why.said() : said(came))
                .isEqualTo(outcome);
        assertThat(Storefront.of(catalogue, customer, NOW).items())
                .as("what a player cannot buy is not shown")
                .hasSize(outcome.equals("bought") ? 1 : 0);
        assertThat(order.pockets(ANN, catalogue))
                .contains(new Pocket(ANN, XP), new Pocket(ANN, DISC));
    }

    @Test
    void eachPlayerMeetsOneVariant() {
        var variants =
                new Variants(
                        "price-1",
                        List.of(
                                new Variants.Variant("usual", 50, null, null),
                                new Variants.Variant("cheap", 30, gold(5), null),
                                new Variants.Variant("more", 20, null, grants("disc", 2))));
        var item =
                new Item(
                        "disc",
                        "Disc",
                        gold(10),
                        grants("disc", 1),
                        null,
                        List.of(),
                        null,
                        List.of(),
                        null,
                        variants,
                        List.of());
        var counts = new int[3];
        for (int n = 0; n < 10_000; n++) {
            var player = new PlayerId("p" + n);
            var variant = variants.variant(player);
            assertThat(variants.variant(player)).isSameAs(variant);
            counts[variants.of().indexOf(variant)]++;
            var nobody = new Customer(player, Map.of(), Map.of());
            var offer = Storefront.of(catalogue(item), nobody, NOW).items().getFirst();
            assertThat(offer.variant()).isEqualTo(variant.name());
            var order = new Order("disc", 1, offer.price());
            var came = (Order.Outcome.Accepted) order.decide("o", nobody, catalogue(item), NOW);
            assertThat(came.granted()).isEqualTo(offer.grants());
        }
        assertThat(counts[0]).isBetween(4_800, 5_200);
        assertThat(counts[1]).isBetween(2_800, 3_200);
    }

    @Test
    void aUniqueGoodComesAsPiecesWithIdsOfTheirOwn() {
        var item = new Item("sword", "Sword", gold(10), grants("sword", 1), null);
        var outcome = (Order.Outcome.Accepted) order("sword", 3, null, item);
        var made = outcome.transaction().made();
        assertThat(made).hasSize(3).allMatch(it -> it.attributes().equals(Map.of("edge", "sharp")));
        assertThat(new HashSet<>(made.stream().map(it -> it.unit()).toList())).hasSize(3);
        assertThat(outcome.transaction().legs())
                .contains(new Leg(WALLET, made.getFirst().unit(), 1));
        assertThat(order("sword", 3, null, item)).as("the same order, the same").isEqualTo(outcome);
        assertThat(order("sword", 7, null, item)).isEqualTo(new Order.Outcome.TooMany(6));
    }

    @Test
    void theBiggestBundleFitsOneTransaction() {
        var grants =
                IntStream.range(0, Item.MOST_GRANTS)
                        .mapToObj(
                                n -> new Grant("item", n == 0 ? "sword" : "g" + n, n == 0 ? 6 : 1))
                        .toList();
        var item = new Item("all", "All", gold(1), grants, null);
        assertThat(order("all", 1, null, item)).isInstanceOf(Order.Outcome.Accepted.class);
    }

    @Test
    void aPackBringsMoreTheFirstTime() {
        var gems = new Grant("currency", "gems", 100);
        var pack =
                new Catalogue.Pack(
                        "p",
                        "P",
                        List.of(new Catalogue.Money(199, "EUR")),
                        List.of(gems),
                        List.of(new Grant("currency", "gems", 50), new Grant("item", "hat", 1)));
        assertThat(pack.granted(2, true))
                .containsExactly(new Grant("currency", "gems", 250), new Grant("item", "hat", 1));
        assertThat(pack.granted(2, false)).containsExactly(new Grant("currency", "gems", 200));
        assertThat(pack.price("EUR")).contains(new Catalogue.Money(199, "EUR"));
        assertThat(pack.price("USD")).isEmpty();
    }

    private static Item limited(int limit, List<Limit> limits) {
        return new Item(
                "disc",
                "Disc",
                gold(10),
                grants("disc", 1),
                limit,
                limits,
                null,
                List.of(),
                null,
                null,
                List.of());
    }

    private static Order.Outcome order(
            String sku, int quantity, @Nullable Price expected, Item item) {
        return new Order(sku, quantity, expected)
                .decide("o1", new Customer(ANN, Map.of(), Map.of()), catalogue(item), NOW);
    }

    private static Catalogue catalogue(Item item) {
        return new Catalogue(
                "1",
                "Europe/Berlin",
                new Levels("xp", List.of(100L, 300L)),
                List.of("gold", "xp"),
                List.of(
                        new Good("item", "sword", true, Map.of("edge", "sharp")),
                        new Good("item", "disc", false, Map.of())),
                List.of(item),
                List.of());
    }

    private static Price gold(long amount) {
        return new Price("gold", amount);
    }

    private static List<Grant> grants(String id, long amount) {
        return List.of(new Grant("item", id, amount));
    }
}
