package games.drawbridge.model.lobby;

import static games.drawbridge.model.testkit.Game.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.model.lobby.Lobby.Accept;
import games.drawbridge.model.lobby.Lobby.Decline;
import games.drawbridge.model.lobby.Lobby.Event;
import games.drawbridge.model.lobby.Lobby.Follow;
import games.drawbridge.model.lobby.Lobby.Move;
import games.drawbridge.model.lobby.Lobby.Opened;
import games.drawbridge.model.lobby.Lobby.Queue;
import games.drawbridge.model.lobby.Lobby.Stop;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.rating.Skill;
import games.drawbridge.model.room.Book;
import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.Meeting;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.testkit.Game;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LobbyTest {
    private static final Lobby LOBBY = new Lobby();
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Queue QUEUE = new Queue(null, null);

    private static Game<LobbyState, Move, Event> lobby(int size, String... players) {
        return given(LOBBY, Map.of("play", "four-in-a-row", "size", size), players);
    }

    private static Map<String, Object> shown(Game<LobbyState, Move, Event> lobby, String player) {
        return LOBBY.values(lobby.state(), player);
    }

    @Test
    void twoWhoQueueAreOfferedAMatchAndGetARoomOnceBothAccept() {
        var lobby = lobby(1, "ann", "bob");
        lobby.when("ann", QUEUE).when("bob", QUEUE);
        assertThat(shown(lobby, "ann")).containsOnlyKeys("party");
        lobby.after(TICK);
        assertThat(shown(lobby, "bob"))
                .containsOnly(
                        Map.entry(
                                "offer",
                                new Offer.View(
                                        1,
                                        2,
                                        0,
                                        100,
                                        lobby.now().plusSeconds(15).toEpochMilli(),
                                        false,
                                        null)));
        lobby.when("ann", new Accept(1)).causesNothingOutside();
        lobby.when("bob", new Accept(1));
        var room = lobby.state().offer(new PlayerId("ann")).room();
        lobby.causes(
                new Effect.Open(
                        room,
                        "four-in-a-row",
                        List.of(new PlayerId("ann"), new PlayerId("bob")),
                        new Meeting(null, null, 1_000)));
        lobby.after(Duration.ofMinutes(1)).when("ann", QUEUE).denied("queued-already");
        assertThat(shown(lobby, "bob")).as("it is not there yet").containsOnlyKeys("offer");
        lobby.hears("lobby:duel", new Opened(room)).causesNothingOutside();
        assertThat(shown(lobby, "bob").get("match"))
                .isEqualTo(Map.of("room", room, "kind", "four-in-a-row"));
        assertThat(shown(lobby, "bob")).isEqualTo(shown(lobby, "ann"));
        lobby.hears("lobby:duel", new Opened(room)).refused(Code.RULES, "nothing");
        var tally = lobby.state().tally();
        assertThat(tally.matches()).isEqualTo(1);
        assertThat(tally.players()).isEqualTo(2);
        assertThat(tally.quality()).isEqualTo(100);
        assertThat(tally.waited()).isEqualTo(131_000); // ann 66 s, bob 65 s
        lobby.when("ann", QUEUE);
        assertThat(shown(lobby, "ann")).containsOnlyKeys("party");
    }

    @Test
    void whoGoesWhileTheirRoomIsBeingMadeKeepsNobodyFromIt() {
        var lobby = lobby(1, "ann", "bob").when("ann", QUEUE).when("bob", QUEUE).after(TICK);
        lobby.when("ann", new Accept(1)).when("bob", new Accept(1)).leaves("bob");
        var room = lobby.state().offer(new PlayerId("ann")).room();
        lobby.hears("lobby:duel", new Opened(room));
        assertThat(shown(lobby, "ann")).containsOnlyKeys("match");
        assertThat(lobby.state().places().has("bob")).as("nothing of bob is kept").isFalse();
        assertThat(lobby.state().tally().players()).isEqualTo(2);
    }

    @Test
    void whoDoesNotAnswerIsReplacedAndTheOtherWaitsOnFromWhereTheyWere() {
        var lobby = lobby(1, "ann", "bob", "cat").when("ann", QUEUE);
        long since = lobby.state().party(new PlayerId("ann")).since();
        lobby.when("bob", QUEUE).after(TICK).when("ann", new Accept(1)).when("cat", QUEUE);
        lobby.after(Duration.ofSeconds(15));
        assertThat(shown(lobby, "bob")).as("is out").isEmpty();
        assertThat(shown(lobby, "cat")).containsKey("offer");
        assertThat(lobby.state().offer(new PlayerId("ann")).match().parties())
                .anyMatch(party -> party.since() == since);
        assertThat(lobby.state().tally().failed()).isEqualTo(1);
    }

    @Test
    void whoDeclinesOrGoesEndsTheOffer() {
        var lobby = lobby(1, "ann", "bob").when("ann", QUEUE).when("bob", QUEUE).after(TICK);
        lobby.when("bob", new Decline(1));
        assertThat(shown(lobby, "ann")).containsOnlyKeys("party");
        assertThat(shown(lobby, "bob")).isEmpty();
        lobby.when("bob", QUEUE).after(TICK).when("ann", new Accept(2)).leaves("bob");
        assertThat(shown(lobby, "ann")).containsOnlyKeys("party");
        assertThat(lobby.state().places().has("bob")).as("nothing of bob is kept").isFalse();
        lobby.leaves("ann").after(Duration.ofMinutes(1));
        assertThat(lobby.state())
                .isEqualTo(
                        new LobbyState(
                                lobby.state().mode(),
                                Book.empty(),
                                Book.empty(),
                                Book.empty(),
                                Book.empty(),
                                2,
                                lobby.state().tally(),
                                Book.empty(),
                                Book.empty()));
    }

    @Test
    void whoFollowsQueuesWithTheirLeader() {
        var lobby = lobby(2, "ann", "bob", "cat", "dan");
        lobby.when("bob", new Follow(new PlayerId("ann"))).when("ann", QUEUE);
        lobby.when("bob", QUEUE).denied("your-leader-queues");
        lobby.when("cat", QUEUE).when("dan", QUEUE).after(TICK);
        var teams = lobby.state().offer(new PlayerId("bob")).match().teams();
        assertThat(teams).hasSize(2);
        assertThat(teams)
                .anySatisfy(team ->
                        assertThat(team).singleElement().extracting(Party::size).isEqualTo(2));
        lobby.when("dan", new Accept(1)).when("bob", new Accept(1)).when("cat", new Accept(1));
        lobby.when("ann", new Decline(1));
        assertThat(shown(lobby, "bob")).as("goes where the leader goes").isEmpty();
        assertThat(shown(lobby, "dan")).containsOnlyKeys("party");
    }

    @Test
    void aPartyIsAsGoodAsWhatIsKnownOfItsMembers() {
        var lobby = lobby(2, "ann", "bob").sits("cat", new Skill(1_300, 90));
        assertThat(shown(lobby, "cat")).containsOnly(Map.entry("skill", new Skill(1_300, 90)));
        lobby.when("cat", new Follow(new PlayerId("ann"))).when("ann", QUEUE);
        var party = lobby.state().party(new PlayerId("cat"));
        assertThat(party.skill()).as("a newcomer of 1,000 and one of 1,300").isEqualTo(1_150);
        assertThat(party.margin()).isEqualTo(244);
        lobby.when("ann", new Stop()).leaves("cat");
        assertThat(lobby.state().skills().size()).as("nothing of cat is kept").isZero();
    }

    @Test
    void whatAMatchHasShownIsKnownAtOnceOfWhoIsHere() {
        var lobby = lobby(1, "ann", "bob");
        var skills =
                new Lobby.Skills(
                        Map.of(
                                new PlayerId("ann"), new Skill(1_100, 300),
                                new PlayerId("zoe"), new Skill(900, 300)));
        lobby.hears("m1", skills)
                .happens(new Lobby.Rated(new PlayerId("ann"), new Skill(1_100, 300)));
        assertThat(shown(lobby, "ann")).containsKey("skill");
        lobby.leaves("ann").hears("m2", skills).refused(Code.RULES, "nothing");
    }

    @Test
    void aMatchIsWhereAllAreNearAndOfWhatAllPlay() {
        var mode =
                Map.<String, Object>of(
                        "play",
                        "relay",
                        "latency",
                        60,
                        "latencyWiden",
                        10,
                        "equal",
                        List.of("map"));
        var lobby = given(LOBBY, mode, "ann", "bob", "cat");
        lobby.when("ann", new Queue(null, null, Map.of("eu", 20, "us", 110), Map.of("map", "n")));
        lobby.when("bob", new Queue(null, null, Map.of("eu", 90, "us", 30), Map.of("map", "n")));
        lobby.when("cat", new Queue(null, null, Map.of("eu", 10), Map.of("map", "s"))).after(TICK);
        assertThat(shown(lobby, "ann")).as("nowhere near both").containsOnlyKeys("party");
        lobby.after(Duration.ofSeconds(1)).after(Duration.ofSeconds(1));
        assertThat(shown(lobby, "cat")).as("another map").containsOnlyKeys("party");
        var offer = lobby.state().offer(new PlayerId("ann"));
        assertThat(offer.match().region()).isEqualTo("eu");
        assertThat(offer.match().players()).contains(new PlayerId("bob"));
        lobby.when("cat", new Stop());
        lobby.when("cat", new Queue(null, null)).denied("no-such-attribute");
        lobby.when("cat", new Queue(null, null, null, Map.of("map", "")))
                .denied("no-such-attribute");
        lobby.when("cat", new Queue(null, null, Map.of("eu", -1), Map.of("map", "s")))
                .denied("no-such-latency");
    }

    @Test
    void refuses() {
        var lobby = lobby(1, "ann", "bob", "cat");
        lobby.when("ann", new Stop()).denied("not-queued");
        lobby.when("ann", new Accept(1)).denied("no-such-offer");
        lobby.when("ann", new Follow(new PlayerId("ann"))).denied("nobody-there");
        lobby.when("ann", new Follow(new PlayerId("zoe"))).denied("nobody-there");
        lobby.when("ann", new Queue("The Moon", null)).denied("no-such-word");
        lobby.when("bob", new Follow(new PlayerId("ann")));
        lobby.when("ann", QUEUE).denied("party-too-large");
        lobby.when("bob", new Follow(null))
                .when("ann", QUEUE)
                .when("ann", QUEUE)
                .denied("queued-already");
        lobby.when("ann", new Follow(new PlayerId("bob"))).denied("queued-already");
        lobby.when("bob", QUEUE).after(TICK).when("ann", new Accept(1));
        lobby.when("ann", new Accept(1)).denied("accepted-already");
        lobby.when("cat", new Accept(1)).denied("no-such-offer");
        lobby.when("ann", QUEUE).denied("queued-already");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    size,  40
                    teams,  1
                    equal,  No
                    latency, -1
                    roles,  tank
                    roles,  tank:3
                    play,   ''
                    """)
    void aModeIsOfAForm(String setting, String value) {
        var settings = new HashMap<String, Object>(Map.of("play", "relay", "size", 2));
        settings.put(
                setting,
                switch (setting) {
                    case "roles", "equal" -> List.of(value);
                    case "play" -> value;
                    default -> Integer.valueOf(value);
                });
        assertThatThrownBy(() -> Mode.of(new Settings(settings)))
                .isInstanceOf(Settings.BadSetting.class);
    }
}
