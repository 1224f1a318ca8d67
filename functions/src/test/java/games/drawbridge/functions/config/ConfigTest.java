package games.drawbridge.functions.config;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.players.Profile;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Call;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {
    private final World world = World.open();

    @Test
    void valuesAreTheTitlesUntilSomebodySaysOtherwise() {
        var first = config("ann", "");
        assertThat(first.text("/version")).isEqualTo("0");
        assertThat(first.text("/values/market.fee-percent")).isEqualTo("5");
        assertThat(known(first).status()).isEqualTo(304);
        assertThat(write(0, "{\"key\":\"market.fee-percent\",\"value\":2}").text("/version"))
                .isEqualTo("1");
        var second = config("ann", "?version=1");
        assertThat(second.text("/version")).isEqualTo("1");
        assertThat(second.at("/values/market.fee-percent").isInt()).isTrue();
        assertThat(second.text("/values/market.fee-percent")).isEqualTo("2");
        assertThat(world.get("/v1/status").send().text("/configVersion")).isEqualTo("1");
        var word = world.tables().row("Rooms", "SERVER", "WORD");
        assertThat(word.get("configVersion").n()).isEqualTo("1");
        write(1, "");
        assertThat(known(second, "?version=2").text("/values/market.fee-percent")).isEqualTo("5");
        assertThat(config("nobody", "").outcome()).isEqualTo("401 unauthorized");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"key":"nothing","value":1}                                   | 422 bad-config
                    {"key":"market.open","value":1}                               | 422 bad-config
                    {"key":"market.open","value":"true"}                          | 422 bad-config
                    {"key":"market.fee-percent","value":51}                       | 422 bad-config
                    {"key":"market.fee-percent","value":-1}                       | 422 bad-config
                    {"key":"market.fee-percent","value":1.5}                      | 400 bad-input
                    {"key":"market.fee-percent"}                                  | 400 bad-input
                    {"value":1}                                                   | 400 bad-input
                    {"key":"motd","value":"x","from":"noon"}                      | 400 bad-input
                    {"key":"motd","value":"x","from":"2026-01-02T00:00:00Z","until":"2026-01-01T00:00:00Z"} | 400 bad-input
                    {"key":"motd","value":"x","segment":{"percent":101}}          | 400 bad-input
                    """)
    void whatTheTitleDoesNotAllowIsRefused(String change, String outcome) {
        assertThat(write(0, change).outcome()).isEqualTo(outcome);
        assertThat(world.tables().row("Config", "CONFIG", "HEAD")).isEmpty();
    }

    @Test
    void ofTwoWhoWriteAtOnceOneMustLookAgain() {
        var outcomes =
                AtOnce.times(
                        3, n -> write(0, "{\"key\":\"motd\",\"value\":\"" + n + "\"}").outcome());
        assertThat(outcomes)
                .containsOnlyOnce("200")
                .filteredOn("409 config-changed"::equals)
                .hasSize(2);
    }

    @Test
    void earlierVersionsAreKeptAndComeBack() {
        for (int n = 0; n < 3; n++) write(n, "{\"key\":\"motd\",\"value\":\"no " + n + "\"}");
        var list = admin("GET", "/v1/admin/config?limit=2").send();
        assertThat(list.at("/versions").findValuesAsText("version")).containsExactly("3", "2");
        var rest = admin("GET", "/v1/admin/config?limit=2&cursor=" + list.text("/next")).send();
        assertThat(rest.at("/versions").findValuesAsText("version")).containsExactly("1");
        assertThat(rest.text("/versions/0/changes/0/value")).isEqualTo("no 0");
        assertThat(rollBack(1).text("/version")).isEqualTo("4");
        assertThat(config("ann", "?version=4").text("/values/motd")).isEqualTo("no 0");
        assertThat(rollBack(9).outcome()).isEqualTo("404 not-found");
        rollBack(0);
        assertThat(config("ann", "?version=5").text("/values/motd")).isEmpty();
        assertThat(world.tables().rows("Audit").toString()).contains("RollBackConfig");
    }

    @Test
    void nobodyElseMaySayAnything() {
        assertThat(
                        world.call("PUT", "/v1/admin/config")
                                .as("ann")
                                .claim("roles", "[support]")
                                .json("{\"version\":0,\"changes\":[],\"reason\":\"x\"}")
                                .send()
                                .outcome())
                .isEqualTo("403 forbidden");
    }

    @Test
    void theNodesHearHowTheServerIs() {
        for (String message : List.of(",\"message\":\"back at nine\"", "")) {
            admin("PUT", "/v1/admin/status")
                    .json("{\"status\":\"maintenance\"%s,\"reason\":\"x\"}".formatted(message))
                    .send();
            var word = world.tables().row("Rooms", "SERVER", "WORD");
            assertThat(word.get("status").s()).isEqualTo("maintenance");
            assertThat(word.containsKey("message")).isEqualTo(!message.isEmpty());
        }
    }

    @Test
    void whatIsScheduledIsToldToTheNodes() {
        write(
                0,
                """
                {"key":"motd","value":"x","from":"2999-01-01T00:00:00Z","until":"2999-01-02T00:00:00Z",
                 "segment":{"countries":["SE"],"percent":50,"salt":"a"}}
                """);
        assertThat(world.tables().row("Rooms", "SERVER", "WORD").get("turns").l()).hasSize(2);
        assertThat(config("ann", "?version=1").text("/values/motd")).isEmpty();
    }

    private Got known(Got before) {
        return known(before, "");
    }

    private Got known(Got before, String query) {
        return world.get("/v1/config" + query)
                .as("ann")
                .header("if-none-match", before.headers().get("etag"))
                .send();
    }

    private Got config(String player, String query) {
        if (player.equals("ann")) {
            var profile =
                    new Profile(
                            new PlayerId("ann"),
                            "Ann",
                            "sv-SE",
                            "SE",
                            null,
                            Instant.now(),
                            List.of("guest"),
                            List.of(),
                            null);
            world.tables().put("Players", ProfileTable.row(profile).values());
        }
        return world.get("/v1/config" + query).as(player).send();
    }

    private Got write(long version, String change) {
        return admin("PUT", "/v1/admin/config")
                .json(
                        "{\"version\":%d,\"changes\":[%s],\"reason\":\"x\"}"
                                .formatted(version, change))
                .send();
    }

    private Got rollBack(long version) {
        return admin("POST", "/v1/admin/config/rollback")
                .json("{\"version\":%d,\"reason\":\"x\"}".formatted(version))
                .send();
    }

    private Call admin(String method, String target) {
        return world.call(method, target).as("sam").claim("roles", "[admin]");
    }
}
