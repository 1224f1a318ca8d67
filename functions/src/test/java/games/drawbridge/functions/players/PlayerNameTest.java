package games.drawbridge.functions.players;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayerNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Ann", "李小龙", "Ünal Şahin", "👨‍👩‍👧 team", "a", "O'Neill-9_x", "الاسم"})
    void takesNamesOfAllPeople(String name) {
        assertThat(new PlayerName(name).text()).isEqualTo(name);
    }

    @Test
    void countsCodePointsAndNotTheirPieces() {
        assertThat(new PlayerName("😀".repeat(24)).text().codePoints().count()).isEqualTo(24);
    }

    @Test
    void isTrimmedAndComposed() {
        assertThat(new PlayerName("\u3000 e\u0301 ").text()).isEqualTo("é");
    }

    @Test
    void aNewGuestGetsOne() {
        var dice = RandomGenerator.of("L64X128MixRandom");
        for (int n = 0; n < 1_000; n++) {
            String name = PlayerName.any(dice).text();
            assertThat(name).matches("[A-Z][a-z]+ [A-Z][a-z]+ [1-9]\\d{1,2}");
        }
    }
}
