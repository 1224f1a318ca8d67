package games.drawbridge.functions.login;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.Nodes;
import games.drawbridge.functions.testkit.World;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class GuestLoginTest {
    private static final World world = World.open();
    private static final String SECRET = "8d1f0b7c4e2a4d5f9b3c6e7a1f2d3c4b";

    @Test
    void theFirstUseRegistersAndTheNextComesBack() {
        var first = login("device-1", SECRET);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.at("/newPlayer").asBoolean()).isTrue();
        assertThat(first.at("/expiresIn").asInt()).isEqualTo(900);
        assertThat(first.text("/player/playerId")).isEqualTo(first.text("/playerId"));
        assertThat(first.text("/player/name")).matches("[A-Z][a-z]+ [A-Z][a-z]+ \\d{2,3}");
        assertThat(first.text("/server/status")).isEqualTo("open");
        assertThat(first.headers()).containsEntry("cache-control", "no-store");

        var second = login("device-1", SECRET);
        assertThat(second.at("/newPlayer").asBoolean()).isFalse();
        assertThat(second.at("/player")).isEqualTo(first.at("/player"));
        assertThat(second.text("/refreshToken")).isNotEqualTo(first.text("/refreshToken"));
    }

    @Test
    void anotherDeviceIsAnotherPlayer() {
        assertThat(login("device-2", SECRET).text("/playerId"))
                .isNotEqualTo(login("device-3", SECRET).text("/playerId"));
    }

    @Test
    void aLongSecretCountsToItsEnd() {
        String longest = "x".repeat(255);
        assertThat(login("device-4", longest + "1").status()).isEqualTo(200);
        assertThat(login("device-4", longest + "2").outcome()).isEqualTo("401 unauthorized");
    }

    @Test
    void aWrongSecretChangesNothing() {
        login("device-5", SECRET);
        var before = players();
        var refused = login("device-5", SECRET.replace('8', '9'));
        assertThat(refused.outcome()).isEqualTo("401 unauthorized");
        assertThat(refused.headers()).containsEntry("www-authenticate", "Bearer");
        assertThat(players()).isEqualTo(before);
    }

    /// But for the counts of attempts.
    private static Set<Map<String, AttributeValue>> players() {
        var rows = new HashSet<>(world.tables().rows("Players"));
        rows.removeIf(row -> row.get("pk").s().startsWith("RATE#"));
        return rows;
    }

    @Test
    void neitherDeviceNorSecretIsStored() {
        login("device-6", SECRET);
        assertThat(world.tables().rows("Players").toString())
                .doesNotContain("device-6")
                .doesNotContain(SECRET);
    }

    @Test
    void manyFirstUsesAtOnceMakeOnePlayer() {
        var answers = AtOnce.times(6, _ -> login("device-7", SECRET));
        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers.stream().map(answer -> answer.text("/playerId")).distinct()).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.at("/newPlayer").asBoolean()).hasSize(1);
    }

    @Test
    void tellsWhatTheServerSays() {
        var other = World.open();
        other.tables()
                .put(
                        "Config",
                        Map.of(
                                "pk", AttributeValue.fromS("SERVER"),
                                "sk", AttributeValue.fromS("STATUS"),
                                "status", AttributeValue.fromS("maintenance"),
                                "message", AttributeValue.fromS("back at noon"),
                                "configVersion", AttributeValue.fromN("7")));
        new Nodes(other).alive("n1", 1, 4);
        new Nodes(other).alive("n2", 1, 3);
        var server = other.login("d", SECRET).at("/server");
        assertThat(server.toString())
                .isEqualTo(
                        "{\"status\":\"maintenance\",\"message\":\"back at noon\",\"configVersion\":7,\"players\":7}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"secret":"8d1f0b7c4e2a4d5f9b3c6e7a1f2d3c4b"}                     | deviceId is missing
                    {"deviceId":null,"secret":"8d1f0b7c4e2a4d5f9b3c6e7a1f2d3c4b"}     | deviceId is missing
                    {"deviceId":"","secret":"8d1f0b7c4e2a4d5f9b3c6e7a1f2d3c4b"}       | deviceId must be a text of 1 to 128 characters
                    {"deviceId":7,"secret":"8d1f0b7c4e2a4d5f9b3c6e7a1f2d3c4b"}        | deviceId must be a text
                    {"deviceId":["d"],"secret":"8d1f0b7c4e2a4d5f9b3c6e7a1f2d3c4b"}    | deviceId must be a text
                    {"deviceId":"\\uD800","secret":"8d1f0b7c4e2a4d5f9b3c6e7a1f2d3c4b"} | deviceId must be a text
                    {"deviceId":"d"}                                                  | secret is missing
                    {"deviceId":"d","secret":"8d1f0b7c4e2a4d5f9b3c6e7a1f2d3c4"}       | secret must be a text of 32 to 256 characters
                    """)
    void refuses(String body, String detail) {
        var refused = world.post("/v1/login/guest", body).send();
        assertThat(refused.outcome()).isEqualTo("400 bad-input");
        assertThat(refused.text("/detail")).isEqualTo(detail);
    }

    private static Got login(String device, String secret) {
        return world.login(device, secret);
    }
}
