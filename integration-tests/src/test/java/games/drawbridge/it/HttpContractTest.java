package games.drawbridge.it;

import static games.drawbridge.it.Players.create;
import static games.drawbridge.it.Players.enter;
import static games.drawbridge.it.Players.guest;
import static games.drawbridge.it.Players.join;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import games.drawbridge.bots.Account;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The HTTP contract through the front door.
class HttpContractTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @BeforeAll
    static void frontDoor() {
        RestAssured.baseURI = TheWorld.origin().toString();
    }

    private static RequestSpecification as(Account player) {
        return given().auth().oauth2(player.token()).contentType("application/json");
    }

    private static RequestSpecification anyone() {
        return given().contentType("application/json");
    }

    private static void problem(ValidatableResponse response, int status, String code) {
        response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("title", notNullValue())
                .body("type", notNullValue())
                .body("detail", notNullValue());
    }

    // ---- login ----

    @Test
    void aGuestRegistersAtTheFirstLoginAndIsTheSameAtTheNext() {
        var device = UUID.randomUUID().toString();
        var body = Map.of("deviceId", device, "secret", SECRET);
        var first = anyone().body(body).post("/v1/login/guest").then().statusCode(200);
        first.body("newPlayer", is(true))
                .body("expiresIn", is(900))
                .body("player.identities", hasItem("guest"))
                .body("server.status", is("open"))
                .body("server.configVersion", notNullValue());
        String player = first.extract().path("playerId");
        anyone().body(body)
                .post("/v1/login/guest")
                .then()
                .statusCode(200)
                .body("newPlayer", is(false))
                .body("playerId", is(player));
        var wrong = Map.of("deviceId", device, "secret", SECRET.replace('0', 'x'));
        problem(anyone().body(wrong).post("/v1/login/guest").then(), 401, "unauthorized");
    }

    @Test
    void aSessionIsRenewedAndAnOldTokenEndsTheFamily() {
        var login =
                anyone().body(Map.of("deviceId", UUID.randomUUID().toString(), "secret", SECRET))
                        .post("/v1/login/guest");
        String first = login.path("refreshToken");
        var renewed = anyone().body(Map.of("refreshToken", first)).post("/v1/login/refresh");
        renewed.then().statusCode(200).body("playerId", is((String) login.path("playerId")));
        String second = renewed.path("refreshToken");
        assertThat(second).isNotEqualTo(first);
        problem(refresh(first), 401, "unauthorized");
        problem(refresh(second), 401, "unauthorized");
    }

    private static ValidatableResponse refresh(String token) {
        return anyone().body(Map.of("refreshToken", token)).post("/v1/login/refresh").then();
    }

    @Test
    void afterLogoutTheTokenRenewsNothing() {
        var login =
                anyone().body(Map.of("deviceId", UUID.randomUUID().toString(), "secret", SECRET))
                        .post("/v1/login/guest");
        String token = login.path("refreshToken");
        anyone().body(Map.of("refreshToken", token)).post("/v1/logout").then().statusCode(204);
        anyone().body(Map.of("refreshToken", token)).post("/v1/logout").then().statusCode(204);
        problem(refresh(token), 401, "unauthorized");
    }

    @Test
    void theKeysAreWhereTheDiscoverySaysTheyAre() {
        String keys =
                given().get("/.well-known/openid-configuration")
                        .then()
                        .statusCode(200)
                        .body("issuer", is(TheWorld.origin().toString()))
                        .extract()
                        .path("jwks_uri");
        given().get(keys)
                .then()
                .statusCode(200)
                .body("keys", not(hasSize(0)))
                .body("keys.kty", everyItem(is("RSA")))
                .body("keys[0].d", equalTo(null));
    }

    /// Tokens that are none.
    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm4ifQ."})
    void aForeignTokenOpensNothing(String token) {
        problem(
                given().header("Authorization", "Bearer " + token).get("/v1/wallet").then(),
                401,
                "unauthorized");
    }

    @Test
    void aTamperedTokenOpensNothing() {
        var parts = guest().token().split("\\.");
        var other = guest().token().split("\\.");
        var mixed = parts[0] + "." + other[1] + "." + parts[2];
        problem(given().auth().oauth2(mixed).get("/v1/wallet").then(), 401, "unauthorized");
    }

    // ---- bad input ----

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            textBlock =
                    """
                    # call                  body                                                      status  code
                    /v1/login/guest,        ,                                                         400,    malformed-json
                    /v1/login/guest,        `{`,                                                      400,    malformed-json
                    /v1/login/guest,        `[]`,                                                     400,    bad-input
                    /v1/login/guest,        `{}`,                                                     400,    bad-input
                    /v1/login/guest,        `{"deviceId":7,"secret":"0123456789abcdef0123456789abcdef"}`, 400, bad-input
                    /v1/login/guest,        `{"deviceId":"d","secret":"short"}`,                      400,    bad-input
                    /v1/login/refresh,      `{"refreshToken":"guessed"}`,                             401,    unauthorized
                    /v1/rooms,              `{"kind":"chess-on-the-moon"}`,                           400,    unknown-kind
                    /v1/rooms,              `{"kind":7}`,                                             400,    bad-input
                    /v1/rooms,              `{"kind":"four-in-a-row","settings":{"turnSeconds":1}}`,  400,    bad-settings
                    /v1/rooms,              `{"kind":"relay","settings":{"ack":"maybe"}}`,            400,    bad-settings
                    /v1/rooms/nosuch/join,  `{}`,                                                     404,    not-found
                    /v1/nosuch,             `{}`,                                                     404,    not-found
                    """)
    void badInputIsTurnedAway(String call, String body, int status, String code) {
        problem(as(guest()).body(body == null ? "" : body).post(call).then(), status, code);
    }

    @Test
    void aBodyThatIsNoJsonOrTooLongIsTurnedAway() {
        problem(
                given().contentType("text/plain").body("x").post("/v1/login/guest").then(),
                415,
                "unsupported-media-type");
        var long_ = "{\"deviceId\":\"" + "x".repeat(70_000) + "\"}";
        problem(anyone().body(long_).post("/v1/login/guest").then(), 413, "too-big");
    }

    @Test
    void unknownFieldsAreIgnored() {
        anyone().body(
                        Map.of(
                                "deviceId",
                                UUID.randomUUID().toString(),
                                "secret",
                                SECRET,
                                "mood",
                                "good"))
                .post("/v1/login/guest")
                .then()
                .statusCode(200);
    }

    // ---- profile ----

    @Test
    void aPlayerHasANameThatOthersSee() {
        var ann = guest();
        as(ann).body("{\"name\":\"  Ann 🌻 \",\"locale\":\"de\"}")
                .patch("/v1/players/me")
                .then()
                .statusCode(200)
                .body("name", is("Ann 🌻"))
                .body("locale", is("de"));
        as(ann).get("/v1/players/me")
                .then()
                .body("name", is("Ann 🌻"))
                .body("playerId", is(ann.player()));
        as(guest())
                .get("/v1/players/" + ann.player())
                .then()
                .statusCode(200)
                .body("name", is("Ann 🌻"))
                .body("identities", equalTo(null));
        problem(as(ann).body("{\"name\":\"\"}").patch("/v1/players/me").then(), 400, "bad-input");
        problem(
                as(ann).body("{\"name\":\"" + "x".repeat(25) + "\"}")
                        .patch("/v1/players/me")
                        .then(),
                400,
                "bad-input");
        problem(as(ann).get("/v1/players/nosuch").then(), 404, "not-found");
    }

    // ---- store and wallet ----

    @Test
    void theStoreCanBeCached() {
        var store =
                given().get("/v1/store")
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", containsString("max-age"))
                        .body("version", notNullValue())
                        .body("items.sku", hasItem("disc-blue"))
                        .body("packs[0].prices[0].amount", notNullValue());
        var tag = store.extract().header("ETag");
        given().header("If-None-Match", tag).get("/v1/store").then().statusCode(304);
    }

    @Test
    void anOrderWithoutFundsChangesNothing() {
        var ann = guest();
        var key = UUID.randomUUID().toString();
        problem(
                order(ann, key, "{\"sku\":\"disc-blue\",\"quantity\":1}"),
                422,
                "insufficient-funds");
        problem(
                order(ann, key, "{\"sku\":\"disc-blue\",\"quantity\":1}"),
                422,
                "insufficient-funds");
        as(ann).get("/v1/inventory").then().statusCode(200).body("items", hasSize(0));
        as(ann).get("/v1/wallet/entries").then().body("entries", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            textBlock =
                    """
                    `{"sku":"disc-blue","quantity":-1}`,      400, bad-input
                    `{"sku":"disc-blue","quantity":0}`,       400, bad-input
                    `{"sku":"disc-blue","quantity":1.5}`,     400, bad-input
                    `{"sku":"disc-blue","quantity":"1"}`,     400, bad-input
                    `{"quantity":1}`,                         400, bad-input
                    `{"sku":"moon","quantity":1}`,            404, not-found
                    `{"sku":"disc-blue","quantity":1,"expectedPrice":{"currency":"gold","amount":1}}`, 409, price-changed
                    """)
    void ordersThatAreTurnedAway(String body, int status, String code) {
        problem(order(guest(), UUID.randomUUID().toString(), body), status, code);
    }

    @Test
    void anOrderNeedsAKey() {
        var body = "{\"sku\":\"disc-blue\",\"quantity\":1}";
        problem(
                as(guest()).body(body).post("/v1/store/orders").then(),
                400,
                "idempotency-key-required");
        var tooLong = "k".repeat(65);
        problem(order(guest(), tooLong, body), 400, "idempotency-key-required");
    }

    private static ValidatableResponse order(Account player, String key, String body) {
        return as(player).header("Idempotency-Key", key).body(body).post("/v1/store/orders").then();
    }

    @Test
    void whatIsWonBuysADiscOnce() {
        var ann = guest();
        var bob = guest();
        for (int i = 0; i < 3; i++) Games.resigned(bob, ann);
        Await.until(() -> gold(ann) == 30);
        var price =
                (int)
                        given().get("/v1/store")
                                .path("items.find { it.sku == 'disc-blue' }.price.amount");
        var key = UUID.randomUUID().toString();
        var body = "{\"sku\":\"disc-blue\",\"quantity\":1}";
        var bought =
                order(ann, key, body)
                        .statusCode(201)
                        .body("balances.gold", is(30 - price))
                        .body("granted[0].id", is("disc-blue"));
        String orderId = bought.extract().path("orderId");
        order(ann, key, body)
                .statusCode(201)
                .body("orderId", is(orderId))
                .body("balances.gold", is(30 - price));
        problem(
                order(ann, key, "{\"sku\":\"disc-blue\",\"quantity\":2}"),
                422,
                "idempotency-mismatch");
        problem(order(ann, UUID.randomUUID().toString(), body), 422, "limit-reached");
        as(ann).get("/v1/wallet").then().body("balances.gold", is(30 - price));
        as(ann).get("/v1/inventory").then().body("items", hasSize(1));

        String next =
                as(ann).get("/v1/wallet/entries?limit=2")
                        .then()
                        .body("entries", hasSize(2))
                        .body("entries.findAll { it.unit == 'gold' }.amount[0]", is(-price))
                        .extract()
                        .path("next");
        as(ann).queryParam("cursor", next)
                .queryParam("limit", 100)
                .get("/v1/wallet/entries")
                .then()
                .body("entries", hasSize(3))
                .body("entries.amount", everyItem(is(10)))
                .body("next", equalTo(null));
        problem(as(ann).get("/v1/wallet/entries?cursor=forged").then(), 400, "bad-input");
        problem(as(ann).get("/v1/wallet/entries?limit=101").then(), 400, "bad-input");
    }

    private static long gold(Account player) {
        Integer gold = as(player).get("/v1/wallet").path("balances.gold");
        return gold == null ? 0 : gold;
    }

    // ---- leaderboards ----

    @Test
    void aWinnerHasARank() {
        var ann = guest();
        problem(
                as(ann).get("/v1/leaderboards/four-in-a-row/players/" + ann.player()).then(),
                404,
                "not-ranked");
        Games.resigned(guest(), ann);
        Await.until(() -> rank(ann).extract().statusCode() == 200);
        rank(ann)
                .body("score", is(1))
                .body("rank", notNullValue())
                .body("of", notNullValue())
                .body("asOf", startsWith("20"))
                .body("around.playerId", hasItem(ann.player()));
        as(ann).get("/v1/leaderboards").then().body("boards.board", hasItem("four-in-a-row"));
        as(ann).get("/v1/leaderboards/four-in-a-row?limit=1")
                .then()
                .statusCode(200)
                .body("board", is("four-in-a-row"))
                .body("entries", hasSize(1))
                .body("entries[0].rank", is(1))
                .body("entries[0].name", notNullValue());
        problem(as(ann).get("/v1/leaderboards/nosuch").then(), 404, "not-found");
    }

    private static ValidatableResponse rank(Account player) {
        return as(player).get("/v1/leaderboards/four-in-a-row/players/" + player.player()).then();
    }

    // ---- rooms ----

    @Test
    void aPublicRoomIsListedUntilItIsFull() {
        var ann = guest();
        var seat = create(ann, "four-in-a-row");
        var room = seat.get("room").asText();
        assertThat(listed()).contains(room);
        as(ann).get("/v1/rooms/" + room)
                .then()
                .body("kind", is("four-in-a-row"))
                .body("status", is("open"))
                .body("createdAt", notNullValue());
        try (var _ = enter(seat);
                var _ = enter(join(guest(), seat))) {
            Await.until(() -> !listed().contains(room));
            Await.until(() -> as(ann).get("/v1/rooms/" + room).<Integer>path("players") == 2);
        }
    }

    private static java.util.List<String> listed() {
        return as(guest()).get("/v1/rooms?kind=four-in-a-row&limit=100").path("rooms.room");
    }

    @Test
    void aPrivateRoomWantsItsInvite() {
        var ann = guest();
        var made =
                as(ann).body("{\"kind\":\"relay\",\"private\":true}")
                        .post("/v1/rooms")
                        .then()
                        .statusCode(201);
        String room = made.extract().path("room");
        String invite = made.extract().path("invite");
        var join = "/v1/rooms/" + room + "/join";
        problem(as(guest()).body("{}").post(join).then(), 403, "forbidden");
        problem(as(guest()).body("{\"invite\":\"guessed\"}").post(join).then(), 403, "forbidden");
        as(guest()).body(Map.of("invite", invite)).post(join).then().statusCode(200);
        as(ann).body("{}").post(join).then().statusCode(200);
    }

    @Test
    void theLogIsForWhoWasInIt() {
        var ann = guest();
        var seat = create(ann, "relay");
        var log = "/v1/rooms/" + seat.get("room").asText() + "/log";
        try (var visit = enter(seat)) {
            for (int i = 1; i <= 5; i++) visit.move(i, "{\"n\":" + i + "}");
            for (int i = 1; i <= 5; i++) visit.socket().next("event");
            problem(as(guest()).get(log).then(), 403, "forbidden");
            as(ann).get(log)
                    .then()
                    .statusCode(200)
                    .body("head", is(5))
                    .body("over", is(false))
                    .body("events.seq", equalTo(java.util.List.of(1, 2, 3, 4, 5)))
                    .body("events[0].body.n", is(1));
            as(ann).get(log + "?after=3&limit=1")
                    .then()
                    .body("events.seq", equalTo(java.util.List.of(4)))
                    .body("head", is(5));
            problem(as(ann).get(log + "?after=x").then(), 400, "bad-input");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "live", "durable"})
    void aRoomOfAnyAckLevelHasALog(String ack) {
        var ann = guest();
        var seat = create(ann, "relay", "{\"ack\":\"" + ack + "\"}");
        try (var visit = enter(seat)) {
            visit.move(1, "{\"n\":1}");
            visit.socket().next("event");
            var log = "/v1/rooms/" + seat.get("room").asText() + "/log";
            Await.until(() -> as(ann).get(log).<Integer>path("head") == 1);
        }
    }

    @Test
    void statusCountsWhatIsThere() {
        given().get("/v1/status")
                .then()
                .statusCode(200)
                .body("status", is("open"))
                .body("nodes", is(2))
                .body("rooms", notNullValue())
                .body("players", notNullValue());
    }
}
