package games.drawbridge.model.base;

import static games.drawbridge.model.testkit.Game.given;
import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.base.Base.Delivered;
import games.drawbridge.model.base.Base.Unpack;
import games.drawbridge.model.base.Base.Unpacked;
import games.drawbridge.model.chat.Words;
import games.drawbridge.model.hall.Hall;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.Known;
import games.drawbridge.model.room.Purchase;
import games.drawbridge.model.room.RoomState;
import games.drawbridge.model.testkit.Game;
import games.drawbridge.model.wallet.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BaseTest {
    private static final PlayerId ANN = new PlayerId("ann");
    private static final Unit CONFETTI = new Unit("item:confetti");
    private static final Map<Unit, Long> TEN = Map.of(CONFETTI, 10L);

    private static Game<BaseState, Base.Move, Base.Event> base() {
        return given(new Base(), Map.of("owner", "ann"), "ann");
    }

    @Test
    void whatIsBoughtComesAsAParcelAndIsUnpackedOnce() {
        var base = base().buys("ann", TEN).happens(new Delivered(TEN));
        assertThat(base.state().parcels()).containsExactly(Map.entry(1L, TEN));
        base.when("ann", new Unpack(2)).denied("no-such-parcel");
        base.when("ann", new Unpack(1)).happens(new Unpacked(1));
        base.when("ann", new Unpack(1)).denied("no-such-parcel");
        base.buys("ann", TEN).happens(new Delivered(TEN));
        base.when("ann", new Unpack(3)).happens(new Unpacked(3));
        assertThat(base.state()).isEqualTo(new BaseState(Map.of(), Map.of(CONFETTI, 20L)));
    }

    @Test
    void aPurchaseThatIsToldAgainComesOnce() {
        base().buys("ann", TEN)
                .happens(new Delivered(TEN))
                .hearsAgain("ann", TEN)
                .denied("not told");
    }

    @Test
    void nobodyElsesPurchasesComeThereAndNobodyElseComesIn() {
        base().buys("bob", TEN).denied("not told");
        base().sits("bob").refused(Code.FULL, "every seat is taken");
        given(new Base(), Map.of("owner", "bob"), "bob")
                .leaves("bob")
                .sits("ann")
                .denied("not-yours");
        assertThat(new Base().known("ann"))
                .hasValueSatisfying(known ->
                        assertThat(known.door()).isEqualTo(new Known.Door.Only(List.of(ANN))));
        assertThat(new Base().known("ann:bob")).isEmpty();
    }

    @Test
    void ofTooManyParcelsTheOldestUnpacksItself() {
        var base = base();
        for (int n = 0; n <= BaseLimits.PARCELS; n++) base.buys("ann", TEN);
        assertThat(base.state().parcels()).hasSize(BaseLimits.PARCELS).doesNotContainKey(1L);
        assertThat(base.state().shelf()).containsEntry(CONFETTI, 10L);
    }

    @Test
    void rulesThatDoNotCareLogNothing() {
        given(new Hall(new Words(List.of())), "ann").buys("ann", TEN).denied("nothing");
    }

    @Test
    void aRoomThatGoesOnFromASnapshotKnowsWhatItWasTold() {
        var settings = new Base().known("ann").orElseThrow().settings();
        var opened = new Cause.Opened(ANN, "base", settings, 7);
        var room = new RoomState<>(new Base(), opened, Instant.EPOCH);
        var first = new Purchase("one", ANN, TEN);
        room.bought(first, Instant.EPOCH);
        var again = new RoomState<>(new Base(), room.memo());
        again.bought(first, Instant.EPOCH);
        assertThat(again.seq()).isEqualTo(1);
        for (int n = 0; n < 300; n++) again.bought(new Purchase("p" + n, ANN, TEN), Instant.EPOCH);
        assertThat(again.memo().purchases()).hasSize(256).endsWith("p299").doesNotContain("one");
    }
}
