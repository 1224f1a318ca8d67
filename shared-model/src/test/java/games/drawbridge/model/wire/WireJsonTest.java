package games.drawbridge.model.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import games.drawbridge.model.games.Disc;
import games.drawbridge.model.games.FourInARow;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.testkit.Game;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The words on the wire, to the letter.
class WireJsonTest {
    private final ObjectMapper json = new ObjectMapper();
    private final RoomId room = new RoomId("r1");

    @Test
    void anEventCarriesItsBodyAsItIs() throws Exception {
        var event =
                new NodeFrame.Event(
                        room, 7, 2, 1000, new PlayerId("ann"), 4L, new Json("{\"x\": 1.0}"));
        assertThat(text(event))
                .isEqualTo(
                        """
                        {"t":"event","room":"r1","seq":7,"epoch":2,"at":1000,"by":"ann","id":4,"body":{"x": 1.0}}\
                        """);
    }

    @Test
    void whatIsAbsentIsNotThere() throws Exception {
        assertThat(text(new NodeFrame.Event(room, 7, 2, 1000, null, null, Json.EMPTY)))
                .doesNotContain("by", "id");
        assertThat(text(new NodeFrame.Deny(room, 4, Code.RULES, "column-full", null)))
                .isEqualTo(
                        """
                        {"t":"deny","room":"r1","id":4,"code":"rules","detail":"column-full"}\
                        """);
        assertThat(text(ClientFrame.Join.fresh(room)))
                .isEqualTo(
                        """
                        {"t":"join","room":"r1"}\
                        """);
    }

    @Test
    void fourInARowSpeaksAsTheContractSays() throws Exception {
        assertThat(text(new FourInARow.Dropped(3, 0, Disc.RED)))
                .isEqualTo(
                        """
                        {"dropped":{"column":3,"row":0,"disc":"red"}}\
                        """);
        assertThat(text(new FourInARow.Over(new FourInARow.Result(null, FourInARow.Why.FULL))))
                .isEqualTo(
                        """
                        {"over":{"winner":null,"why":"full"}}\
                        """);
        assertThat(json.readValue("{\"drop\":3}", FourInARow.Move.class))
                .isEqualTo(new FourInARow.Drop(3));
        assertThat(json.readValue("{\"resign\":true}", FourInARow.Move.class))
                .isEqualTo(new FourInARow.Resign(true));
        var state = json.valueToTree(Game.given(new FourInARow(), "ann").state());
        assertThat(state.at("/board/5/6").isNull()).isTrue();
        assertThat(state.at("/players").toString()).isEqualTo("{\"red\":\"ann\"}");
        assertThat(state.get("turn").asText()).isEqualTo("red");
        assertThat(state.has("over")).isFalse();
    }

    @Test
    void anEntryOfTheLogReadsBackAsItWas() throws Exception {
        var moved = new Cause.Moved(new PlayerId("ann"), 4);
        var effects =
                List.<Effect>of(
                        new Effect.Score(FourInARow.BOARD, new PlayerId("ann"), 1),
                        new Effect.Grant(new PlayerId("ann"), FourInARow.GOLD, 10),
                        new Effect.Mail(new PlayerId("ann"), "Well played", "You won."),
                        new Effect.StopTimer("turn"));
        var entry = new Entry<>(moved, 1000, 7, List.of("a"), effects, true);
        var type = json.getTypeFactory().constructParametricType(Entry.class, String.class);
        assertThat(json.<Entry<String>>readValue(text(entry), type)).isEqualTo(entry);

        var small =
                new Entry<String>(new Cause.Left(new PlayerId("ann")), 1000, 0, null, null, false);
        assertThat(text(small)).isEqualTo("{\"cause\":{\"left\":{\"by\":\"ann\"}},\"at\":1000}");
        assertThat(json.<Entry<String>>readValue(text(small), type)).isEqualTo(small);
    }

    private String text(Object value) throws JsonProcessingException {
        return json.writeValueAsString(value);
    }
}
