package games.drawbridge.functions.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.model.games.Relay;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Decision;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.Kind;
import games.drawbridge.model.room.Opening;
import games.drawbridge.model.room.Rules;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.room.Stamp;
import games.drawbridge.model.room.Terms;
import games.drawbridge.model.room.Turn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Nobody reads from a log what the rules hid.
class ShownTest {

    /// A card is dealt; only its owner sees which.
    private record Deal(String to, String card) {}

    private static final class Cards implements Rules<Integer, Deal, Deal> {
        @Override
        public Kind<Integer, Deal, Deal> kind() {
            return new Kind<>("cards", Integer.class, Deal.class, Deal.class);
        }

        @Override
        public Terms terms(Settings settings) {
            return Terms.seats(2);
        }

        @Override
        public Integer open(Opening opening) {
            return 0;
        }

        @Override
        public Decision<Deal> decide(Integer state, Deal move, Turn turn) {
            return Decision.accept(move);
        }

        @Override
        public Integer evolve(Integer state, Deal event, Stamp stamp) {
            return state + 1;
        }

        @Override
        public Object show(Deal event, @Nullable PlayerId viewer) {
            return viewer != null && event.to.equals(viewer.value())
                    ? event
                    : new Deal(event.to, "?");
        }
    }

    /// What once was a bare number is an object since version 2.
    private record Counts(int version) implements Rules<Integer, Counts.Count, Counts.Count> {
        record Count(int count) {}

        @Override
        public Kind<Integer, Count, Count> kind() {
            return new Kind<>("counts", Integer.class, Count.class, Count.class);
        }

        @Override
        public Terms terms(Settings settings) {
            return Terms.seats(2);
        }

        @Override
        public Integer open(Opening opening) {
            return 0;
        }

        @Override
        public Decision<Count> decide(Integer state, Count move, Turn turn) {
            return Decision.accept(move);
        }

        @Override
        public Integer evolve(Integer state, Count event, Stamp stamp) {
            return event.count;
        }

        @Override
        public Json upcast(Json event, int version) {
            return version == 1 ? new Json("{\"count\":" + event + "}") : event;
        }
    }

    @Test
    void anOldEventIsShownAsTodaysAndANewerOneNotAtAll() {
        var today = new Json("{\"count\":7}");
        assertThat(RoomLog.show(new Counts(2), 1, new Json("7"), Logs.ANN)).isEqualTo(today);
        assertThat(RoomLog.show(new Counts(2), 2, today, Logs.ANN)).isEqualTo(today);
        assertThatThrownBy(() -> RoomLog.show(new Counts(2), 3, today, Logs.ANN))
                .hasMessageStartingWith("503 newer-rules");
    }

    @Test
    void aPlayerSeesWhatTheRulesShow() {
        var body = new Json("{ \"to\":\"ann\", \"card\":\"ace\" }");
        assertThat(RoomLog.show(new Cards(), 1, body, Logs.ANN)).isEqualTo(body);
        assertThat(RoomLog.show(new Cards(), 1, body, Logs.BOB))
                .isEqualTo(new Json("{\"to\":\"ann\",\"card\":\"?\"}"));
        assertThat(RoomLog.show(new Relay(), 1, body, Logs.BOB)).isEqualTo(body);
    }
}
