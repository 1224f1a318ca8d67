package games.drawbridge.model.games;

import static games.drawbridge.model.testkit.Game.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.model.lobby.Seek;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.AckLevel;
import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.Meeting;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelayTest {

    @Test
    void passesEveryBodyOnAndCounts() {
        var body = new Json("{\"x\": 1.0}");
        var game = given(new Relay(), "ann", "bob").when("bob", body).happens(body);
        assertThat(game.state()).isEqualTo(new Relay.State(1));
    }

    @Test
    void hasAsManySeatsAsTheMakerWants() {
        given(new Relay(), Map.of("seats", 2), "ann", "bob")
                .sits("eve")
                .refused(Code.FULL, "every seat is taken")
                .leaves("bob")
                .sits("eve")
                .happens();
    }

    @Test
    void aMatchWhosePlayerGoesSeeksAnother() {
        var meeting = new Meeting("eu", Map.of("map", "n"), 1_100);
        var players = List.of(new PlayerId("ann"), new PlayerId("bob"));
        var match = Settings.NONE.with(players).of("crew", meeting).values();
        var game = given(new Relay(), match, "ann", "bob");
        game.leaves("bob")
                .happens(new Json("{\"gone\":\"bob\"}"))
                .causes(
                        new Effect.Tell(
                                new PlayerId("bob"),
                                new RoomId("lobby:crew"),
                                new Seek(1, null, meeting)));
        game.leaves("ann")
                .causes(
                        new Effect.Tell(
                                new PlayerId("ann"),
                                new RoomId("lobby:crew"),
                                new Seek(0, null, meeting)));
        given(new Relay(), "ann", "bob").leaves("bob").happens();
    }

    @Test
    void isAsSafeAsTheMakerWants() {
        var relay = new Relay();
        assertThat(relay.terms(Settings.NONE).ack()).isEqualTo(AckLevel.LIVE);
        assertThat(relay.terms(new Settings(Map.of("ack", "durable"))).ack())
                .isEqualTo(AckLevel.DURABLE);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    seats, 1,     settings.seats must be a whole number from 2 to 64
                    seats, 65,    settings.seats must be a whole number from 2 to 64
                    ack,   sure,  'settings.ack must be one of [memory, live, durable]'
                    """)
    void refuses(String name, String value, String message) {
        Object given = value.matches("\\d+") ? Integer.valueOf(value) : value;
        assertThatThrownBy(() -> new Relay().terms(new Settings(Map.of(name, given))))
                .isInstanceOf(Settings.BadSetting.class)
                .hasMessage(message);
    }
}
