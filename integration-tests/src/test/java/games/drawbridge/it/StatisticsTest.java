package games.drawbridge.it;

import static games.drawbridge.it.Players.create;
import static games.drawbridge.it.Players.enter;
import static games.drawbridge.it.Players.guest;
import static games.drawbridge.it.Players.join;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Games that end on the real thing are counted of their archive.
class StatisticsTest {

    @Test
    void whatAGameCameToIsForItsPlayersAndForWhoeverBroughtThem() {
        var ann = guest();
        var bob = guest();
        String affiliate = "blog-" + UUID.randomUUID();
        given().contentType("application/json")
                .header("authorization", "Bearer " + ann.token())
                .body("{\"affiliate\":\"" + affiliate + "\"}")
                .patch(TheWorld.origin() + "/v1/players/me")
                .then()
                .statusCode(200);
        for (int n = 0; n < 3; n++) {
            var seat = create(ann, "four-in-a-row");
            try (var red = enter(seat);
                    var yellow = enter(join(bob, seat))) {
                red.move(1, "{\"drop\":3}");
                yellow.socket().next("event");
                yellow.move(1, "{\"resign\":true}");
                String card = "/v1/rooms/" + seat.get("room").asText();
                Await.until(() -> TheWorld.api().get(card, ann.token()).ok().has("statistics"));
                var statistics = TheWorld.api().get(card, bob.token()).ok().get("statistics");
                assertThat(statistics.get("moves").asInt()).isEqualTo(2);
                assertThat(statistics.at("/players/0/granted/gold").asInt()).isEqualTo(10);
                assertThat(statistics.at("/players/0/figures/discs").asInt()).isEqualTo(1);
                assertThat(statistics.at("/players/1/figures/won").asInt()).isZero();
            }
        }
        var games = games(affiliate);
        assertThat(sum(games, "games")).isEqualTo(3);
        assertThat(sum(games, "players")).isEqualTo(3);
        assertThat(sum(games, "moves")).isEqualTo(3);
    }

    /// More than one line where a month ends meanwhile.
    private static int sum(JsonNode games, String what) {
        int sum = 0;
        for (var each : games) sum += each.get(what).asInt();
        return sum;
    }

    private static JsonNode games(String affiliate) {
        String path = "/v1/admin/affiliates/" + affiliate + "/games";
        return TheWorld.api().get(path, Players.admin()).ok().get("games");
    }
}
