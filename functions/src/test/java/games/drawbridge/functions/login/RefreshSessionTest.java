package games.drawbridge.functions.login;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefreshSessionTest {
    private static final World world = World.open();

    @Test
    void aTokenGivesTheNextSession() {
        var first = login("device-1");
        var second = refresh(first.text("/refreshToken"));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("/playerId")).isEqualTo(first.text("/playerId"));
        assertThat(second.at("/player")).isEqualTo(first.at("/player"));
        assertThat(second.at("/newPlayer").asBoolean()).isFalse();
        assertThat(second.text("/refreshToken")).isNotEqualTo(first.text("/refreshToken"));
        assertThat(refresh(second.text("/refreshToken")).status()).isEqualTo(200);
    }

    @Test
    void aTokenThatWasUsedUpEndsItsFamily() {
        String first = login("device-2").text("/refreshToken");
        String second = refresh(first).text("/refreshToken");
        assertThat(refresh(first).outcome()).isEqualTo("401 unauthorized");
        assertThat(refresh(second).outcome()).isEqualTo("401 unauthorized");
    }

    @Test
    void anotherFamilyOfThePlayerGoesOn() {
        String phone = login("device-3").text("/refreshToken");
        String again = login("device-3").text("/refreshToken");
        refresh(phone);
        refresh(phone);
        assertThat(refresh(again).status()).isEqualTo(200);
    }

    @Test
    void ofManyUsesAtOnceOneCountsAndTheFamilyEnds() {
        String token = login("device-4").text("/refreshToken");
        var good =
                AtOnce.times(5, _ -> refresh(token)).stream()
                        .filter(answer -> answer.status() == 200)
                        .toList();
        assertThat(good).hasSize(1);
        assertThat(refresh(good.getFirst().text("/refreshToken")).outcome())
                .isEqualTo("401 unauthorized");
    }

    @Test
    void aLogoutEndsTheFamilyAndMayBeRepeated() {
        String token = login("device-5").text("/refreshToken");
        assertThat(logout(token).outcome()).isEqualTo("204");
        assertThat(logout(token).outcome()).isEqualTo("204");
        assertThat(refresh(token).outcome()).isEqualTo("401 unauthorized");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    hello
                    AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
                    AAAAAAAAAAAAAAAAAAAAAA.
                    .AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
                    AAAAAAAAAAAA#AAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
                    """)
    void whatWasNeverATokenIsRefusedAndLogsOutJustAsWell(String token) {
        assertThat(refresh(token).outcome()).isEqualTo("401 unauthorized");
        assertThat(logout(token).outcome()).isEqualTo("204");
    }

    @Test
    void onlyHashesAreStored() {
        String token = login("device-6").text("/refreshToken");
        assertThat(world.tables().rows("Players").toString())
                .doesNotContain(token.substring(token.indexOf('.') + 1));
    }

    private static Got login(String device) {
        return world.login(device, "s".repeat(32));
    }

    private static Got refresh(String token) {
        return world.post("/v1/login/refresh", "{\"refreshToken\":\"%s\"}".formatted(token)).send();
    }

    private static Got logout(String token) {
        return world.post("/v1/logout", "{\"refreshToken\":\"%s\"}".formatted(token)).send();
    }
}
