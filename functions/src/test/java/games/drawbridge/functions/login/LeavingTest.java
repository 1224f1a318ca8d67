package games.drawbridge.functions.login;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.World;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Logging out, and what a session says about the server.
class LeavingTest {
    private static final World world = World.open();

    @Test
    void aLogoutHereLeavesTheOtherSessions() {
        String phone = login("device-1").text("/refreshToken");
        String tablet = login("device-1").text("/refreshToken");
        logout(phone, false);
        assertThat(refresh(phone).outcome()).isEqualTo("401 unauthorized");
        assertThat(refresh(tablet).status()).isEqualTo(200);
    }

    @Test
    void aLogoutEverywhereEndsThemAll() {
        String phone = login("device-2").text("/refreshToken");
        String tablet = login("device-2").text("/refreshToken");
        String other = login("device-2-of-bob").text("/refreshToken");
        logout(phone, true);
        assertThat(refresh(phone).outcome()).isEqualTo("401 unauthorized");
        assertThat(refresh(tablet).outcome()).isEqualTo("401 unauthorized");
        assertThat(refresh(other).status()).isEqualTo(200);
    }

    @Test
    void anOldTokenEndsNoOtherSession() {
        String phone = login("device-3").text("/refreshToken");
        String tablet = login("device-3").text("/refreshToken");
        refresh(phone);
        logout(phone, true);
        assertThat(refresh(tablet).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    1.9,     422 client-too-old
                    1.9.9,   422 client-too-old
                    0.9,     422 client-too-old
                    what,    422 client-too-old
                    2,       200
                    2.0.0,   200
                    2.0-rc1, 200
                    10.0,    200
                    ,        200
                    """)
    void aClientBelowTheMinimumIsTurnedAway(String version, String outcome) {
        var maintained = World.open();
        maintained
                .tables()
                .put(
                        "Config",
                        Map.of(
                                "pk", AttributeValue.fromS("SERVER"),
                                "sk", AttributeValue.fromS("STATUS"),
                                "status", AttributeValue.fromS("open"),
                                "configVersion", AttributeValue.fromN("7"),
                                "minimumVersion", AttributeValue.fromS("2.0")));
        var call =
                maintained.post(
                        "/v1/login/guest",
                        "{\"deviceId\":\"d\",\"secret\":\"%s\"}".formatted("s".repeat(32)));
        if (version != null) call.header("x-client-version", version);
        var got = call.send();
        assertThat(got.outcome()).isEqualTo(outcome);
        if (got.status() == 200) assertThat(got.text("/server/minimumVersion")).isEqualTo("2.0");
        assertThat(maintained.get("/v1/status").send().text("/minimumVersion")).isEqualTo("2.0");
    }

    @Test
    void aSessionSaysWhichRoomsGoOn() {
        String player = login("device-4").text("/playerId");
        room("r1", "open", 1_000, player);
        room("r2", "over", 2_000, player);
        room("r3", "open", 3_000, player);
        room("r4", "open", 4_000, "somebody");
        assertThat(login("device-4").at("/rooms").toString())
                .isEqualTo(
                        "[{\"room\":\"r3\",\"kind\":\"relay\"},{\"room\":\"r1\",\"kind\":\"relay\"}]");
        assertThat(login("device-5").at("/rooms").toString()).isEqualTo("[]");
    }

    private static void room(String room, String status, long at, String player) {
        world.tables()
                .put(
                        "Rooms",
                        Map.of(
                                "pk", AttributeValue.fromS("ROOM#" + room),
                                "sk", AttributeValue.fromS("HEAD"),
                                "kind", AttributeValue.fromS("relay"),
                                "status", AttributeValue.fromS(status)));
        world.tables()
                .put(
                        "Rooms",
                        Map.of(
                                "pk", AttributeValue.fromS("ROOM#" + room),
                                "sk", AttributeValue.fromS("SEAT#" + player),
                                "player", AttributeValue.fromS(player),
                                "at", AttributeValue.fromN("" + at)));
    }

    private static Got login(String device) {
        return world.login(device, "s".repeat(32));
    }

    private static Got refresh(String token) {
        return world.post("/v1/login/refresh", "{\"refreshToken\":\"%s\"}".formatted(token)).send();
    }

    private static void logout(String token, boolean everywhere) {
        var got =
                world.post(
                                "/v1/logout",
                                "{\"refreshToken\":\"%s\",\"everywhere\":%s}"
                                        .formatted(token, everywhere))
                        .send();
        assertThat(got.status()).isEqualTo(204);
    }
}
