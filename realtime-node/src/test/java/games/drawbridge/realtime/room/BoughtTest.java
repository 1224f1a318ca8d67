package games.drawbridge.realtime.room;

import static games.drawbridge.realtime.room.TestRoom.visit;
import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.base.Base;
import games.drawbridge.model.games.Relay;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Purchase;
import games.drawbridge.model.wallet.Unit;
import games.drawbridge.model.wire.NodeFrame;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a room's owner does about what its players buy.
class BoughtTest {
    private static final Map<String, Object> OWNER = Map.of("owner", "ann");

    private final TestRoom.Visit ann = visit("ann");

    private static In bought(String id) {
        var goods = Map.of(new Unit("item:confetti"), 10L);
        return new In.Bought(new Purchase(id, new PlayerId("ann"), goods));
    }

    private List<String> told(TestRoom room) {
        return room.heard(ann).stream()
                .filter(NodeFrame.Event.class::isInstance)
                .map(NodeFrame.Event.class::cast)
                .map(event -> event.seq() + " " + event.by() + " " + event.id() + event.body())
                .toList();
    }

    private static String delivered(long seq) {
        return seq + " ann null" + "{\"delivered\":{\"goods\":{\"item:confetti\":10}}}";
    }

    @Test
    void aPurchaseIsToldWhenItIsSafeAndOnce() {
        var room = TestRoom.of(new Base(), OWNER).join(ann);
        room.on(bought("one"));
        assertThat(told(room)).isEmpty();
        room.stored();
        assertThat(told(room)).containsExactly(delivered(1));
        room.on(bought("one")).stored();
        assertThat(told(room)).isEmpty();
        assertThat(room.core().seats()).containsExactly(ann.player());
    }

    @Test
    void theNextOwnerKnowsFromTheLogWhatWasTold() {
        var room = TestRoom.of(new Base(), OWNER).join(ann);
        room.on(bought("one")).stored();
        var next = room.takenOver(new Base(), OWNER).stored().join(ann);
        told(next);
        next.on(bought("one")).on(bought("two")).stored();
        assertThat(told(next)).containsExactly(delivered(2));
    }

    @Test
    void rulesThatDoNotCareAreNotDisturbed() {
        var room = TestRoom.of(new Relay(), Map.of()).join(ann);
        int before = room.log().size();
        room.on(bought("one")).stored();
        assertThat(told(room)).isEmpty();
        assertThat(room.log()).hasSize(before);
    }
}
