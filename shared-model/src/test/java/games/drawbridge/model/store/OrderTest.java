package games.drawbridge.model.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Account;
import games.drawbridge.model.wallet.Leg;
import games.drawbridge.model.wallet.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {
    private static final PlayerId ANN = new PlayerId("ann");
    private static final Catalogue.Price TEN = new Catalogue.Price("gold", 10);
    private static final Catalogue CATALOGUE =
            new Catalogue(
                    "1",
                    List.of(
                            new Catalogue.Item(
                                    "disc-blue",
                                    "Blue disc",
                                    TEN,
                                    List.of(new Catalogue.Grant("item", "disc-blue", 1)),
                                    3)),
                    List.of());

    @Test
    void paysAndGetsInOneTransaction() {
        var outcome =
                (Order.Outcome.Accepted)
                        new Order("disc-blue", 2, TEN).decide("o1", ANN, CATALOGUE);
        var wallet = Account.of(ANN);
        var blue = new Unit("item:disc-blue");
        assertThat(outcome.transaction().legs())
                .containsExactly(
                        new Leg(wallet, new Unit("gold"), -20),
                        new Leg(Account.STORE, new Unit("gold"), 20),
                        new Leg(Account.STORE, blue, -2),
                        new Leg(wallet, blue, 2));
        assertThat(outcome.granted()).containsExactly(new Catalogue.Grant("item", "disc-blue", 2));
        assertThat(outcome.limit()).isEqualTo(3);
    }

    @Test
    void refusesWhatIsNotForSale() {
        assertThat(new Order("moon", 1, null).decide("o1", ANN, CATALOGUE))
                .isEqualTo(new Order.Outcome.NoSuchItem());
    }

    @Test
    void refusesAnotherPriceThanTheClientShowed() {
        assertThat(
                        new Order("disc-blue", 1, new Catalogue.Price("gold", 9))
                                .decide("o1", ANN, CATALOGUE))
                .isEqualTo(new Order.Outcome.PriceChanged(TEN));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_001, Integer.MIN_VALUE})
    void refusesAQuantityOutOfRange(int quantity) {
        assertThatThrownBy(() -> new Order("disc-blue", quantity, null))
                .hasMessage("quantity must be from 1 to 1000");
    }

    @Test
    void aCatalogueNamesEachThingOnce() {
        var item = CATALOGUE.items().getFirst();
        assertThatThrownBy(() -> new Catalogue("2", List.of(item, item), List.of()))
                .hasMessageStartingWith("a sku twice");
        var goldForGold = List.of(new Catalogue.Grant("currency", "gold", 5));
        assertThatThrownBy(() -> new Catalogue.Item("x", "X", TEN, goldForGold, null))
                .hasMessage("x names a unit twice");
    }
}
