package games.drawbridge.model.market;

import static games.drawbridge.model.testkit.Game.given;
import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.market.Gone.Why;
import games.drawbridge.model.market.Shelf.Event;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.testkit.Game;
import games.drawbridge.model.wallet.Unit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ShelfTest {
    private static final OnOffer CHEAP = offer(1, 10);
    private static final OnOffer DEAR = offer(2, 20);

    private final Game<ShelfState, Shelf.Move, Event> shelf = given(new Shelf(), "ann");

    private static OnOffer offer(int n, long price) {
        var disc = new Unit("item:disc-blue");
        return new OnOffer(id(n), new PlayerId("bob"), disc, 1, price, n, 1_000);
    }

    private static OfferId id(int n) {
        return new OfferId("%032x".formatted(n));
    }

    private static Look look(List<OnOffer> offers, Gone... gone) {
        return new Look(offers, List.of(gone));
    }

    private Game<ShelfState, Shelf.Move, Event> seen(List<OnOffer> offers, Gone... gone) {
        return shelf.hears("market", look(offers, gone));
    }

    @Test
    void allThatIsNewSinceTheLastLookIsOneEvent() {
        seen(List.of(CHEAP, DEAR)).happens(new Event(List.of(CHEAP, DEAR), List.of()));
        var sold = new Gone(CHEAP.id(), Why.SOLD);
        var next = offer(3, 15);
        seen(List.of(next, DEAR), sold).happens(new Event(List.of(next), List.of(sold)));
        assertThat(shelf.state().offers()).containsExactly(next, DEAR);
    }

    @Test
    void whereNothingHasChangedNothingIsLogged() {
        seen(List.of(CHEAP));
        seen(List.of(CHEAP)).denied("nothing");
    }

    @Test
    void theFirstLookIsToldThoughNothingLiesThere() {
        assertThat(shelf.viewOf("ann")).isEqualTo(new Shelf.Seen(false, List.of()));
        seen(List.of()).happens(new Event(List.of(), List.of()));
        assertThat(shelf.viewOf("ann")).isEqualTo(new Shelf.Seen(true, List.of()));
        seen(List.of()).denied("nothing");
    }

    @Test
    void theCheapestPieceComesFirstAndOfEqualOnesTheOldest() {
        var stack =
                new OnOffer(id(9), new PlayerId("bob"), CHEAP.item(), 4, 36, 5, 1_000); // 9 a piece
        var younger = offer(4, 10);
        seen(List.of(DEAR, younger, CHEAP, stack));
        assertThat(shelf.state().offers()).containsExactly(stack, CHEAP, younger, DEAR);
    }

    @ParameterizedTest
    @EnumSource(Why.class)
    void anIndexThatIsLateBringsNothingBackThatIsOver(Why why) {
        seen(List.of(CHEAP, DEAR));
        seen(List.of(DEAR), new Gone(CHEAP.id(), why));
        var late = seen(List.of(CHEAP, DEAR));
        if (why == Why.UNDERCUT) late.happens(new Event(List.of(CHEAP), List.of()));
        else late.denied("nothing");
    }

    @Test
    void whatWentWhileNobodyLookedIsToldWithoutAReasonAndMayComeBack() {
        seen(List.of(CHEAP));
        seen(List.of()).happens(new Event(List.of(), List.of(new Gone(CHEAP.id(), null))));
        seen(List.of(CHEAP)).happens(new Event(List.of(CHEAP), List.of()));
    }

    @Test
    void anOfferThatBecomesAnotherAccountsTakesThePlaceOfItself() {
        seen(List.of(CHEAP));
        var merged = new OnOffer(CHEAP.id(), new PlayerId("bobby"), CHEAP.item(), 1, 10, 1, 1_000);
        seen(List.of(merged)).happens(new Event(List.of(merged), List.of()));
        assertThat(shelf.state().offers()).containsExactly(merged);
    }

    @Test
    void itDoesNotGrowHoweverMuchIsTraded() {
        for (int n = 0; n < 300; n++) seen(List.of(offer(n, 10)), new Gone(id(n - 1), Why.SOLD));
        assertThat(shelf.state().offers()).hasSize(1);
        assertThat(shelf.state().closed())
                .containsExactlyElementsOf(
                        IntStream.range(299 - MarketLimits.CLOSED, 299)
                                .mapToObj(ShelfTest::id)
                                .toList());
    }

    @Test
    void thereIsNothingToDoThereAndNobodyIsKeptOut() {
        shelf.sits("bob").when("bob", new Shelf.Move()).denied("only-to-watch");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    item:disc-blue,       true
                    skin:red,             true
                    item:sword#4f9c,      false
                    gold,                 false
                    money:eur,            false
                    debt:item:disc-blue,  false
                    Item:disc,            false
                    item:disc:blue,       false
                    '',                   false
                    """)
    void everyGoodHasAShelf(String name, boolean has) {
        assertThat(new Shelf().known(name).isPresent()).isEqualTo(has);
    }
}
