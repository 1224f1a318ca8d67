package games.drawbridge.realtime.room;

import static games.drawbridge.realtime.room.TestRoom.visit;
import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.games.FourInARow;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.region.Region;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.Note;
import games.drawbridge.model.room.RoomId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a room's owner does about what other rooms tell.
class NotesTest {
    private static final Map<String, Object> MAP =
            Map.of("rows", List.of("...", "~.."), "pace", 60_000);

    private static Note note(String id, int x, int y) {
        var said =
                """
                {"by":"ann","side":"south","home":{"x":0,"y":0},"exit":{"x":1,"y":9},\
                "to":{"x":%d,"y":%d},"troops":40}\
                """
                        .formatted(x, y);
        return new Note(id, new RoomId("region:north"), new Json(said), false);
    }

    private static In noted(Note... notes) {
        return new In.Noted(List.of(notes));
    }

    private static TestRoom region() {
        return TestRoom.of(new Region(), MAP).join(visit("bob")).stored();
    }

    private static String logged(TestRoom room) {
        return room.log().toString();
    }

    @Test
    void aNoteIsTakenOnceWhatCameOfItIsSafe() {
        var room = region();
        room.on(noted(note("a", 1, 1), note("b", 2, 1)));
        assertThat(room.notes).isEmpty();
        room.stored();
        assertThat(room.notes).extracting(Note::id).containsExactly("a", "b");
        assertThat(logged(room)).containsOnlyOnce("\"id\":2,\"by\":\"ann\"");
        int before = room.log().size();
        room.on(noted(note("a", 1, 1))).stored();
        assertThat(room.log()).as("told again").hasSize(before);
        assertThat(room.notes).extracting(Note::id).containsExactly("a", "b", "a");
    }

    @Test
    void theNextOwnerKnowsFromTheLogWhatWasTold() {
        var room = region().on(noted(note("a", 1, 1))).stored();
        var next = room.takenOver(new Region(), MAP).stored();
        int before = next.log().size();
        next.on(noted(note("a", 1, 1))).stored();
        assertThat(next.log()).hasSize(before);
        assertThat(next.notes).extracting(Note::id).containsExactly("a");
    }

    @Test
    void whatWasHeardIsTakenThoughTheRoomHasEndedSince() {
        var room = region().on(noted(note("a", 1, 1))).stored();
        room.on(new In.Close(new PlayerId("op"), "spam")).stored();
        var next = room.takenOver(new Region(), MAP).stored();
        next.on(noted(note("a", 1, 1), note("b", 2, 1))).stored();
        assertThat(next.notes).extracting(Note::id).containsExactly("a");
    }

    @Test
    void whoIsNotLetInIsToldBack() {
        var room = region().on(noted(note("a", 0, 1))).stored();
        assertThat(room.notes).hasSize(1);
        assertThat(room.carried)
                .singleElement()
                .satisfies(entry -> {
                    var tell = (Effect.Tell) entry.effects().getFirst();
                    assertThat(tell.room()).isEqualTo(new RoomId("region:north"));
                });
    }

    @Test
    void aRoomThatIsOverTakesNothingAndOneThatHearsNobodyTakesAll() {
        var ann = visit("ann");
        var game = TestRoom.of(new FourInARow(), Map.of()).join(ann).join(visit("bob")).stored();
        int before = game.log().size();
        game.on(noted(note("a", 1, 1))).stored();
        assertThat(game.notes).hasSize(1);
        assertThat(game.log()).hasSize(before);
        game.on(new In.Move(ann, 1, new Json("{\"resign\":true}"))).stored();
        game.on(noted(note("b", 1, 1))).stored();
        assertThat(game.notes).hasSize(1);
    }
}
