package games.drawbridge.model.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import games.drawbridge.model.player.PlayerId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void whatBroughtAMatchTogetherOutlivesItsRow() throws Exception {
        var players = List.of(new PlayerId("ann"), new PlayerId("bob"));
        var meeting = new Meeting("eu", Map.of("map", "n"), 1_050);
        var match = Settings.NONE.with(players).of("duel", meeting);
        var mapper = new ObjectMapper();
        var kept = mapper.readValue(mapper.writeValueAsString(match), Settings.class);
        assertThat(kept.players()).isEqualTo(players);
        assertThat(kept.mode()).contains("duel");
        assertThat(kept.meeting()).contains(meeting);
        assertThat(Settings.NONE.of("duel", null).meeting()).isEmpty();
    }

    @Test
    void noPlayerAsksForWhatIsALobbys() {
        for (var name : List.of("@players", "@mode", "@meeting"))
            assertThat(new Settings(Map.of("seats", 2, name, "x")).isOfPlayers()).isFalse();
        assertThat(new Settings(Map.of("seats", 2)).isOfPlayers()).isTrue();
    }
}
