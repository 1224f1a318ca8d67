package games.drawbridge.it;

import static games.drawbridge.it.Players.create;
import static games.drawbridge.it.Players.enter;
import static games.drawbridge.it.Players.guest;
import static games.drawbridge.it.Players.join;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import games.drawbridge.bots.Account;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every way in, through the front door and against the doubles; and the ways out.
class LoginTest {

    @BeforeAll
    static void frontDoor() {
        RestAssured.baseURI = TheWorld.origin().toString();
    }

    @Test
    void aGuestLinkedToFacebookAndToAnOpenIdProviderIsTheSameByEach() {
        var ann = guest();
        String user = number();
        String name = "ann-" + UUID.randomUUID();
        link(ann, "facebook", canvas(user)).then().statusCode(200);
        link(ann, "local", oidc(name))
                .then()
                .statusCode(200)
                .body("identities", hasItems("guest", "facebook", "local"));
        login("facebook", canvas(user)).then().statusCode(200).body("playerId", is(ann.player()));
        login("oidc/local", oidc(name))
                .then()
                .statusCode(200)
                .body("playerId", is(ann.player()))
                .body("newPlayer", is(false));
    }

    @Test
    void anInstantGameFindsThePlayerOfTheCanvas() {
        String user = number();
        String player = login("facebook", canvas(user)).path("playerId");
        login("instant", instant(number(), user))
                .then()
                .statusCode(200)
                .body("playerId", equalTo(player));
    }

    @Test
    void aKeyThatTheProviderTookTodayLetsIn() {
        login("oidc/local", oidc("bob")).then().statusCode(200);
        json().post("/_local/oidc/rotate").then().statusCode(204);
        login("oidc/local", oidc("bob")).then().statusCode(200);
    }

    @Test
    void aBanClosesTheSocketsOfAPlayerOnAllNodes() {
        var ann = guest();
        var bob = guest();
        var first = create(ann, "relay");
        String other = first.get("node").asText().equals("n1") ? "n2" : "n1";
        var second = Placing.at(other, create(ann, "relay"), ann);
        try (var here = enter(first);
                var there = enter(second);
                var stays = enter(join(bob, first))) {
            support()
                    .body(Map.of("scope", "all", "reason", "cheating"))
                    .post("/v1/admin/players/" + ann.player() + "/bans")
                    .then()
                    .statusCode(201);
            assertThat(here.socket().closeCode()).isEqualTo(4451);
            assertThat(there.socket().closeCode()).isEqualTo(4451);
            stays.move(1, "{\"hi\":1}");
            stays.socket().next("event");
        }
        as(ann).post("/v1/rooms/" + first.get("room").asText() + "/join")
                .then()
                .statusCode(403)
                .body("code", is("banned"))
                .body("detail", is("cheating"));
    }

    @Test
    void whatIsHeldIsToldAndThenForgotten() {
        String user = number();
        var session = login("facebook", canvas(user));
        String player = session.path("playerId");
        var me = new Account(player, session.path("accessToken"));
        as(me).get("/v1/players/me/export")
                .then()
                .statusCode(200)
                .body("profile.playerId", is(player))
                .body("login.identities.size()", is(1));

        var told =
                json().body(Map.of("user", user, "notices", Map.of("repeat", 2)))
                        .post("/_local/facebook/deletion");
        List<Integer> statuses = told.path("answers.status");
        assertThat(statuses).containsExactly(200, 200);
        String url = told.path("answers[0].body.url");
        Await.until(
                () -> given().accept("application/json").get(url).path("status").equals("done"));
        assertThat(given().accept("text/html").get(url).asString())
                .contains("Your data is deleted");
        as(me).get("/v1/players/me").then().statusCode(404);
        login("facebook", canvas(user)).then().statusCode(200).body("newPlayer", is(true));
    }

    private static RequestSpecification json() {
        return given().contentType("application/json");
    }

    private static RequestSpecification as(Account player) {
        return json().auth().oauth2(player.token());
    }

    private static RequestSpecification support() {
        String token =
                json().body(Map.of("roles", List.of("support")))
                        .post("/_local/tokens")
                        .path("accessToken");
        return json().auth().oauth2(token);
    }

    private static Response login(String way, Map<String, Object> body) {
        return json().body(body).post("/v1/login/" + way);
    }

    private static Response link(Account player, String provider, Map<String, Object> body) {
        var all = new HashMap<>(body);
        all.put("provider", provider);
        return as(player).body(all).post("/v1/login/link");
    }

    private static Map<String, Object> canvas(String user) {
        return json().body(Map.of("user", user)).post("/_local/facebook/login").as(Map.class);
    }

    private static Map<String, Object> instant(String player, String asid) {
        return json().body(Map.of("player", player, "asid", asid, "nonce", nonce()))
                .post("/_local/facebook/instant")
                .as(Map.class);
    }

    private static Map<String, Object> oidc(String name) {
        String nonce = nonce();
        String token =
                json().body(Map.of("name", name, "nonce", nonce))
                        .post("/_local/oidc/tokens")
                        .path("idToken");
        return Map.of("idToken", token, "nonce", nonce);
    }

    private static String nonce() {
        return given().get("/v1/login/nonce").path("nonce");
    }

    private static String number() {
        return Long.toString(
                100_000_000_000L + UUID.randomUUID().getMostSignificantBits() % 1_000_000_000L);
    }
}
