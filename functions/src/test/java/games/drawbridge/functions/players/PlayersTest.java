package games.drawbridge.functions.players;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlayersTest {
    private static final World world = World.open();
    private static final String ANN = login("ann's phone");

    @Test
    void aPlayerReadsTheOwnProfile() {
        var me = world.get("/v1/players/me").as(ANN).send();
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.text("/playerId")).isEqualTo(ANN);
        assertThat(me.at("/country").isNull()).isTrue();
        assertThat(me.at("/identities").toString()).isEqualTo("[\"guest\"]");
    }

    @Test
    void aPlayerChangesWhatTheBodyNamesAndNothingElse() {
        String bob = login("bob's phone");
        change(bob, "{\"name\":\" Bob \",\"country\":\"NZ\",\"avatar\":\"fox\",\"level\":9}");
        var me = change(bob, "{\"locale\":\"pt-BR\"}");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.text("/name")).isEqualTo("Bob");
        assertThat(me.text("/locale")).isEqualTo("pt-BR");
        assertThat(me.text("/country")).isEqualTo("NZ");
        assertThat(me.text("/avatar")).isEqualTo("fox");
        assertThat(world.get("/v1/players/me").as(bob).send().json()).isEqualTo(me.json());

        var less = change(bob, "{\"country\":null,\"avatar\":null}");
        assertThat(less.at("/country").isNull()).isTrue();
        assertThat(less.at("/avatar").isNull()).isTrue();
        assertThat(less.text("/name")).isEqualTo("Bob");
        assertThat(change(bob, "{}").json()).isEqualTo(less.json());
    }

    @Test
    void othersSeeTheCardOnly() {
        String eve = login("eve's phone");
        change(eve, "{\"name\":\"Eve\",\"country\":\"NZ\",\"avatar\":\"owl\"}");
        assertThat(world.get("/v1/players/" + eve).as(ANN).send().body())
                .isEqualTo(
                        "{\"playerId\":\"%s\",\"name\":\"Eve\",\"avatar\":\"owl\"}".formatted(eve));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"name":null}                          | name is missing
                    {"name":""}                            | name must be a text of 1 to 96 characters
                    {"name":"   "}                         | name must be 1 to 24 visible characters
                    {"name":"1234567890123456789012345"}   | name must be 1 to 24 visible characters
                    {"name":"a\\u0000b"}                   | name must be 1 to 24 visible characters
                    {"name":"a\\nb"}                       | name must be 1 to 24 visible characters
                    {"name":"a\\u202eb"}                   | name must be 1 to 24 visible characters
                    {"name":"\\u200d"}                     | name must be 1 to 24 visible characters
                    {"name":"\\ud800"}                     | name must be a text
                    {"name":7}                             | name must be a text
                    {"locale":"english please"}            | locale must be as in pt-BR
                    {"locale":null}                        | locale is missing
                    {"country":"XX"}                       | country must be two letters of ISO 3166-1
                    {"country":"nz"}                       | country must be two letters of ISO 3166-1
                    {"country":"NZL"}                      | country must be a text of 2 to 2 characters
                    {"avatar":"https://evil.example/x"}    | avatar must be the name of a picture
                    {"avatar":{"src":"x"}}                 | avatar must be a text
                    {"name":"Good","country":"?"}          | country must be a text of 2 to 2 characters
                    """)
    void refuses(String body, String detail) {
        var before = world.get("/v1/players/me").as(ANN).send().body();
        var refused = change(ANN, body);
        assertThat(refused.outcome()).isEqualTo("400 bad-input");
        assertThat(refused.text("/detail")).isEqualTo(detail);
        assertThat(world.get("/v1/players/me").as(ANN).send().body()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    GET,   /v1/players/nobody
                    GET,   /v1/players/no%20id
                    GET,   /v1/players/..%2fann
                    """)
    void whoIsNotThereIsNotFound(String method, String path) {
        assertThat(world.call(method, path).as(ANN).send().outcome()).isEqualTo("404 not-found");
    }

    @Test
    void aTokenOfSomebodyWhoIsGoneFindsNobodyAndMakesNobody() {
        assertThat(world.get("/v1/players/me").as("ghost").send().outcome())
                .isEqualTo("404 not-found");
        assertThat(change("ghost", "{\"name\":\"Boo\"}").outcome()).isEqualTo("404 not-found");
        assertThat(world.tables().row("Players", "PLAYER#ghost", "PROFILE")).isEmpty();
    }

    private static Got change(String player, String body) {
        return world.call("PATCH", "/v1/players/me").as(player).json(body).send();
    }

    private static String login(String device) {
        return world.login(device, "s".repeat(32)).text("/playerId");
    }
}
