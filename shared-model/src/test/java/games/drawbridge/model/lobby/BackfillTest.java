package games.drawbridge.model.lobby;

import static games.drawbridge.model.testkit.Game.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import games.drawbridge.model.lobby.Lobby.Accept;
import games.drawbridge.model.lobby.Lobby.Decline;
import games.drawbridge.model.lobby.Lobby.Event;
import games.drawbridge.model.lobby.Lobby.Follow;
import games.drawbridge.model.lobby.Lobby.Move;
import games.drawbridge.model.lobby.Lobby.Queue;
import games.drawbridge.model.lobby.Lobby.Sought;
import games.drawbridge.model.lobby.Lobby.Unsought;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.rating.Skill;
import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.Decision;
import games.drawbridge.model.room.Meeting;
import games.drawbridge.model.room.Note;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.room.Turn;
import games.drawbridge.model.testkit.Game;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Matches that have begun and lack players.
class BackfillTest {
    private static final Lobby LOBBY = new Lobby();
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Queue QUEUE = new Queue(null, null);
    private static final Meeting MEETING = new Meeting(null, null, 1_000);

    private static Game<LobbyState, Move, Event> lobby(String... players) {
        return given(LOBBY, Map.of("play", "relay", "size", 4, "spread", 100), players);
    }

    private static Seek seek(int seats) {
        return new Seek(seats, null, MEETING);
    }

    private static Object room(Game<LobbyState, Move, Event> lobby, String player) {
        var match = (Map<?, ?>) LOBBY.values(lobby.state(), player).get("match");
        return match == null ? "none" : match.get("room");
    }

    private static int seats(Game<LobbyState, Move, Event> lobby, String room) {
        return lobby.state().vacancies().get(room).seats();
    }

    @Test
    void whoIsMissingInAMatchIsReplacedByWhoHasWaitedLongest() {
        var lobby = lobby("ann", "bob").when("ann", QUEUE).when("bob", QUEUE);
        lobby.hears("m1", seek(1)).after(TICK);
        assertThat(LOBBY.values(lobby.state(), "bob")).containsOnlyKeys("party");
        lobby.when("ann", new Accept(1)).causesNothingOutside();
        assertThat(room(lobby, "ann")).isEqualTo(new RoomId("m1"));
        assertThat(lobby.state().tally())
                .as("ann came after 4 s into a match that counts already")
                .isEqualTo(new Tally(0, 0, 1, 4_000, 0, 1));
        lobby.after(TICK);
        assertThat(LOBBY.values(lobby.state(), "bob")).containsOnlyKeys("party");
    }

    @Test
    void whoSaysNoLeavesTheSeatToTheNext() {
        var lobby = lobby("ann", "bob").when("ann", QUEUE).when("bob", QUEUE);
        lobby.hears("m1", seek(1)).after(TICK).when("ann", new Decline(1)).after(TICK);
        lobby.when("bob", new Accept(2));
        assertThat(room(lobby, "bob")).isEqualTo(new RoomId("m1"));
        assertThat(room(lobby, "ann")).isEqualTo("none");
    }

    @Test
    void seatsAreFilledByPartiesThatFitAndNeverTwice() {
        var lobby = lobby("ann", "bob", "cat", "dan");
        lobby.when("bob", new Follow(new PlayerId("ann"))).when("ann", QUEUE);
        lobby.when("cat", new Follow(new PlayerId("dan"))).when("dan", QUEUE);
        lobby.hears("m1", seek(3)).after(TICK);
        assertThat(seats(lobby, "m1")).as("one seat is too few for two").isEqualTo(1);
        assertThat(LOBBY.values(lobby.state(), "dan")).containsOnlyKeys("party");
        lobby.hears("m1", seek(3));
        assertThat(seats(lobby, "m1")).as("two are asked already").isEqualTo(1);
        lobby.when("ann", new Accept(1)).when("bob", new Accept(1));
        assertThat(room(lobby, "bob")).isEqualTo(new RoomId("m1"));
        assertThat(seats(lobby, "m1")).isEqualTo(1);
        lobby.hears("m1", seek(2)).after(TICK);
        assertThat(LOBBY.values(lobby.state(), "cat")).containsOnlyKeys("offer");
    }

    @Test
    void aMatchThatIsOverSeeksNobodyAndWhoWasAskedWaitsOn() {
        var lobby = lobby("ann").when("ann", QUEUE);
        long since = lobby.state().party(new PlayerId("ann")).since();
        lobby.hears("m1", seek(1)).after(TICK).hears("m1", seek(0));
        assertThat(lobby.state().party(new PlayerId("ann")).since()).isEqualTo(since);
        assertThat(lobby.state().vacancies().size()).isZero();
        lobby.after(TICK);
        assertThat(LOBBY.values(lobby.state(), "ann")).containsOnlyKeys("party");
        lobby.hears("m1", seek(0)).refused(Code.RULES, "nothing");
        lobby.cannotTell("m2", seek(1)).refused(Code.RULES, "nothing");
    }

    @Test
    void aMatchSeeksForFiveMinutesAndTheOldestIsForgottenForMoreThanAThousand() {
        var lobby = lobby("ann").hears("m0", seek(1)).happens(sought(lobby("ann"), "m0"));
        lobby.after(Duration.ofSeconds(290)).when("ann", new Queue("moon", null));
        lobby.hears("m1", new Seek(1, null, new Meeting("eu", null, 1_000)));
        lobby.after(Duration.ofSeconds(9)).happens(new Unsought(new RoomId("m0")));
        assertThat(lobby.state().vacancies().size()).isEqualTo(1);

        var full = LobbyState.of(lobby.state().mode());
        for (int n = 0; n < LobbyLimits.VACANCIES; n++)
            full = full.sought(new Vacancy(new RoomId("f" + n), 1, null, MEETING, n));
        var turn =
                new Turn(null, lobby.now(), List.of(), Settings.NONE, new Random(7), false, null);
        var note = new Note("n1", new RoomId("m1"), seek(1), false);
        var decision = (Decision.Accepted<Event>) LOBBY.told(full, note, turn);
        assertThat(decision.events()).startsWith(new Unsought(new RoomId("f0"))).hasSize(2);
    }

    private static Sought sought(Game<LobbyState, Move, Event> lobby, String room) {
        long at = lobby.now().plusSeconds(1).toEpochMilli();
        return new Sought(new Vacancy(new RoomId(room), 1, null, MEETING, at));
    }

    /// One seat of a match in eu, with map n, for a healer, of skill 1,000, that has waited 10 s;
    /// one who has waited 10 s as well. Whoever waits reaches 100 points and 2 more for each
    /// second, and wants a quality of 75.
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    1, 1000, healer, eu, n, true
                    2, 1000, healer, eu, n, false
                    1, 1121, healer, eu, n, false
                    1, 1120, healer, eu, n, true
                    1,  880, healer, eu, n, true
                    1,  879, healer, eu, n, false
                    1, 1000, tank,   eu, n, false
                    1, 1000, '',     eu, n, false
                    1, 1000, healer, us, n, false
                    1, 1000, healer, '', n, true
                    1, 1000, healer, eu, s, false
                    """)
    void onlyWhoFitsComes(
            int size, int skill, String role, String region, String map, boolean comes) {
        var mode = mode(Map.of("spread", 100, "widen", 2, "quality", 75, "relax", 0));
        var members = new ArrayList<Party.Member>();
        for (int n = 0; n < size; n++) members.add(new Party.Member(new PlayerId("p" + n), role));
        var party =
                new Party(
                        new PlayerId("p0"),
                        members,
                        skill,
                        region,
                        90_000,
                        0,
                        null,
                        Map.of("map", map));
        var vacancy =
                new Vacancy(
                        new RoomId("m1"),
                        1,
                        "healer",
                        new Meeting("eu", Map.of("map", "n"), 1_000),
                        90_000);
        assertThat(Fill.matches(mode, List.of(vacancy), List.of(party), 100_000, 10))
                .hasSize(comes ? 1 : 0);
    }

    private static Mode mode(Map<String, Object> more) {
        var settings = new HashMap<String, Object>(Map.of("play", "relay"));
        settings.putAll(more);
        return Mode.of(new Settings(settings));
    }

    @Test
    void theNearestOfAThousandIsFoundWithoutLookingAtAll() {
        var parties = new ArrayList<Party>();
        for (int n = 0; n < 1_000; n++) {
            var player = new PlayerId("p" + n);
            var members = List.of(new Party.Member(player, null));
            parties.add(new Party(player, members, 2 * n, null, n, 0, null, null));
        }
        var vacancy = new Vacancy(new RoomId("m1"), 2, null, MEETING, 0);
        var found =
                Fill.matches(
                        mode(Map.of("spread", 10, "widen", 0)),
                        List.of(vacancy),
                        parties,
                        1_000,
                        10);
        assertThat(found.stream().flatMap(it -> it.players().stream()).map(PlayerId::value))
                .as("of 990 to 1,010 who has waited longest, then the next")
                .containsExactly("p495", "p496");
        assertThat(Fill.matches(mode(Map.of()), List.of(vacancy), parties, 1_000, 1)).hasSize(1);
    }

    @Test
    void aMatchKnowsWhatItsPlayersHaveInCommon() {
        var lobby =
                given(
                        LOBBY,
                        Map.of("play", "relay", "equal", List.of("map"), "spread", 500),
                        "ann");
        lobby.sits("bob", new Skill(1_100, 90));
        lobby.when("ann", new Queue("eu", null, null, Map.of("map", "n")));
        lobby.when("bob", new Queue("eu", null, null, Map.of("map", "n"))).after(TICK);
        assertThat(lobby.state().offer(new PlayerId("ann")).match().meeting())
                .isEqualTo(new Meeting("eu", Map.of("map", "n"), 1_050));
    }

    /// Notes that were written before there was a second sort of them are read as ever.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"skills\":{\"ann\":{\"points\":1100,\"margin\":90}}}",
                "{\"room\":\"m1\"}",
                "{\"seats\":2,\"meeting\":{\"region\":\"eu\",\"skill\":1000}}",
                "{\"seats\":0,\"role\":\"tank\",\"meeting\":{}}"
            })
    void isToldInTheFormOfANote(String note) throws Exception {
        var mapper = new ObjectMapper();
        var told = mapper.readValue(note, Lobby.Told.class);
        assertThat(mapper.writeValueAsString(told)).isEqualTo(note);
    }
}
