package games.drawbridge.functions.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.model.games.FourInARow;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Answer;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.Opening;
import games.drawbridge.model.room.RoomState;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.room.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A client that reads a whole log sees what its room showed.
class FoldTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Logs logs = new Logs();

    private final Played game = game();
    private final String room =
            logs.room("{\"kind\":\"four-in-a-row\",\"settings\":{\"turnSeconds\":60}}");

    @BeforeEach
    void twoOwnersWriteItOneAfterTheOther() {
        logs.append(room, 1, 0, List.of());
        logs.append(room, 1, 1, game.log.subList(0, 3));
        logs.append(room, 1, 2, game.log.subList(3, 6));
        logs.append(room, 2, 0, List.of());
        logs.append(room, 2, 1, game.log.subList(6, game.log.size()));
    }

    @Test
    void aWholeGameFoldsToWhatItsRoomShowed() {
        var log = logs.read(room, "ann", "");
        assertThat(log.status()).isEqualTo(200);
        assertThat(Logs.seqs(log)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(fold(log)).isEqualTo(game.room.state());
        assertThat(logs.read(room, "bob", "").body()).isEqualTo(log.body());
    }

    @Test
    void theAnswerSaysAllThatFoldingTakes() {
        var log = logs.read(room, "ann", "");
        assertThat(log.at("/head").asLong()).isEqualTo(8);
        assertThat(log.at("/over").asBoolean()).isTrue();
        assertThat(log.text("/kind")).isEqualTo("four-in-a-row");
        assertThat(log.at("/settings").toString()).isEqualTo("{\"turnSeconds\":60}");
        assertThat(log.at("/seats").toString())
                .isEqualTo(
                        """
                        [{"player":"ann","at":1793563200000,"seq":0},\
                        {"player":"bob","at":1793563201000,"seq":0}]\
                        """);
        assertThat(log.at("/events/0").toString())
                .isEqualTo(
                        """
                        {"room":"%s","seq":1,"epoch":1,"at":1793563202000,"by":"ann","id":1,\
                        "body":{"dropped":{"column":0,"row":0,"disc":"red"}}}\
                        """
                                .formatted(room));
        assertThat(log.at("/events/7/epoch").asInt()).isEqualTo(2);
    }

    /// Seven drops, the last of which wins.
    private record Played(
            RoomState<FourInARow.State, FourInARow.Move, FourInARow.Event> room,
            List<Entry<Json>> log) {}

    private static Played game() {
        var opened =
                new Cause.Opened(
                        Logs.ANN, "four-in-a-row", new Settings(Map.of("turnSeconds", 60)), 7);
        var room = new RoomState<>(new FourInARow(), opened, Logs.START);
        var log = new ArrayList<>(List.of(logged(room.firstEntry(Logs.START))));
        log.add(applied(room.sit(Logs.BOB, Logs.START.plusSeconds(1))));
        for (int n = 0; n < 7; n++) {
            var player = n % 2 == 0 ? Logs.ANN : Logs.BOB;
            var at = Logs.START.plusSeconds(2 + n);
            log.add(applied(room.move(player, 1 + n / 2, new FourInARow.Drop(n % 2), at)));
        }
        assertThat(room.over()).isTrue();
        return new Played(room, log);
    }

    private static <E> Entry<Json> applied(Answer<E> answer) {
        return logged(((Answer.Applied<E>) answer).entry());
    }

    /// With its events as the text that stands in the log.
    private static <E> Entry<Json> logged(Entry<E> entry) {
        var events = entry.events().stream().map(event -> new Json(JsonText.write(event))).toList();
        return new Entry<>(
                entry.cause(), entry.at(), entry.seq(), events, entry.effects(), entry.over());
    }

    /// As a client does that knows the rules and this answer only.
    private static FourInARow.State fold(Got log) {
        var rules = new FourInARow();
        var maker = log.at("/seats/0");
        var settings = JSON.convertValue(log.at("/settings"), Settings.class);
        var opening =
                new Opening(
                        new PlayerId(maker.get("player").asText()),
                        settings,
                        Instant.ofEpochMilli(maker.get("at").asLong()),
                        new SplittableRandom(0));
        var state = rules.open(opening);
        var seats = new ArrayList<JsonNode>();
        log.at("/seats").forEach(seats::add);
        for (var event : log.at("/events")) {
            while (!seats.isEmpty()
                    && seats.getFirst().get("seq").asLong() < event.get("seq").asLong())
                state = rules.seated(state, stamp(seats.removeFirst(), "player"));
            var body = JSON.convertValue(event.get("body"), FourInARow.Event.class);
            state = rules.evolve(state, body, stamp(event, "by"));
        }
        return state;
    }

    private static Stamp stamp(JsonNode node, String who) {
        return new Stamp(
                node.get("seq").asLong(),
                Instant.ofEpochMilli(node.get("at").asLong()),
                new PlayerId(node.get(who).asText()));
    }
}
