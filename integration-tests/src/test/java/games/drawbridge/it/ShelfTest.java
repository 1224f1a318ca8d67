package games.drawbridge.it;

import static games.drawbridge.it.Players.api;
import static games.drawbridge.it.Players.create;
import static games.drawbridge.it.Players.enter;
import static games.drawbridge.it.Players.guest;
import static games.drawbridge.it.Players.joining;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.bots.Account;
import games.drawbridge.it.Players.Visit;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Who watches a good of the market sees its offers come and go, wherever the room is.
class ShelfTest {
    private final Account ann = guest();
    private final Account bob = guest();

    /// One for each test, and none that bots offer in this world.
    private static final Deque<String> GOODS =
            new ArrayDeque<>(List.of("disc-green", "disc-violet", "disc-copper"));

    private final String good = GOODS.pop();

    private final String room = "market:item:" + good;

    @BeforeEach
    void frontDoor() {
        RestAssured.baseURI = TheWorld.origin().toString();
        grant(ann, "item", good, 10);
        grant(bob, "currency", "gold", 1_000);
    }

    @AfterEach
    void everybodyIsAwake() {
        Fleet.wake();
    }

    @Test
    void aWatcherSeesOffersComeAndWhatBecomesOfThem() {
        try (var watch = enter(seat(bob))) {
            assertThat(watch.joined().get("kind").asText()).isEqualTo("market");
            assertThat(event(watch).toString()).isEqualTo("{\"came\":[],\"gone\":[]}");

            var sold = offer(40);
            var came = event(watch).get("came").get(0);
            assertThat(came.get("id").asText()).isEqualTo(sold);
            assertThat(came.get("seller").asText()).isEqualTo(ann.player());
            assertThat(came.get("item").asText()).isEqualTo("item:" + good);
            assertThat(came.get("price").asLong()).isEqualTo(40);
            buy(sold);
            assertThat(gone(watch)).isEqualTo(sold + " sold");

            var withdrawn = offer(50);
            event(watch);
            withdraw(withdrawn);
            assertThat(gone(watch)).isEqualTo(withdrawn + " withdrawn");

            var expired = offer(60);
            event(watch);
            end(expired);
            assertThat(gone(watch)).isEqualTo(expired + " expired");
            manyTradesOfOneMomentAreFewEvents(watch);
        }
    }

    private void manyTradesOfOneMomentAreFewEvents(Visit watch) {
        var ids = IntStream.range(0, 8).mapToObj(n -> offer(10 + n)).toList();
        int events = 0;
        for (int seen = 0; seen < ids.size(); events++) seen += event(watch).get("came").size();
        assertThat(events).isLessThan(ids.size());
        withdraw(ids.getFirst());
        assertThat(gone(watch)).isEqualTo(ids.getFirst() + " withdrawn");
    }

    @Test
    void whoComesLateAndOverAnotherNodeSeesTheSame() {
        var owned = Placing.at("n2", seat(ann), ann);
        var first = offer(40);
        try (var watch = enter(owned);
                var far = enter(Placing.at("n1", create(bob, "relay"), bob))) {
            event(watch);
            far.socket().send(joining(seat(bob), ""));
            var joined = far.socket().next("joined");
            assertThat(joined.get("room").asText()).isEqualTo(room);
            assertThat(joined.at("/state/known").asBoolean()).isTrue();
            assertThat(joined.at("/state/offers").findValuesAsText("id")).containsExactly(first);
            var second = offer(30);
            for (var each : List.of(watch, far))
                assertThat(event(each).at("/came/0/id").asText()).isEqualTo(second);
        }
    }

    @Test
    void aShelfThatLosesItsNodeIsWatchedFromTheNextOne() {
        var seat = Placing.at("n1", seat(bob), bob);
        var first = offer(40);
        try (var watch = enter(seat)) {
            event(watch);
        }
        Fleet.signal("n1", "STOP");
        buy(first);
        var second = offer(30);
        Await.until(() -> !seat(bob).get("node").asText().equals("n1"));
        try (var watch = enter(seat(bob))) {
            assertThat(watch.joined().at("/state/offers").findValuesAsText("id"))
                    .containsExactly(first);
            var event = event(watch);
            assertThat(event.at("/came/0/id").asText()).isEqualTo(second);
            assertThat(event.get("gone").toString())
                    .isEqualTo("[{\"id\":\"%s\"}]".formatted(first));
        }
    }

    private JsonNode seat(Account player) {
        return api().post("/v1/rooms/" + room + "/join", player.token(), "{}").ok();
    }

    private JsonNode event(Visit visit) {
        while (true) {
            var event = visit.socket().next("event");
            if (event.get("room").asText().equals(room)) return event.get("body");
        }
    }

    private String gone(Visit visit) {
        var gone = event(visit).get("gone");
        assertThat(gone).hasSize(1);
        return gone.get(0).get("id").asText() + " " + gone.get(0).path("why").asText();
    }

    // ---- the market ----

    private String offer(long price) {
        return keyed(ann.token())
                .body(Map.of("item", "item:" + good, "amount", 1, "price", price))
                .post("/v1/market/offers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void buy(String offer) {
        keyed(bob.token()).post("/v1/market/offers/" + offer + "/buy").then().statusCode(200);
    }

    private void withdraw(String offer) {
        keyed(ann.token()).delete("/v1/market/offers/" + offer).then().statusCode(204);
    }

    /// Lets its time be over now.
    private static void end(String offer) {
        var table = TheWorld.world().template().variable("MARKET_TABLE").orElseThrow();
        var key =
                Map.of(
                        "pk", AttributeValue.fromS("OFFER#" + offer),
                        "sk", AttributeValue.fromS("HEAD"));
        var now = AttributeValue.fromN(Long.toString(Instant.now().toEpochMilli()));
        TheWorld.world()
                .aws()
                .dynamoDb()
                .updateItem(update ->
                        update.tableName(table)
                                .key(key)
                                .updateExpression("SET endsAt = :now")
                                .expressionAttributeValues(Map.of(":now", now)));
    }

    private static void grant(Account player, String kind, String id, long amount) {
        var gift = Map.of("kind", kind, "id", id, "amount", amount, "reason", "test");
        keyed(Players.admin())
                .body(gift)
                .post("/v1/admin/players/" + player.player() + "/grants")
                .then()
                .statusCode(201);
    }

    private static RequestSpecification keyed(String token) {
        return given().contentType("application/json")
                .header("authorization", "Bearer " + token)
                .header("idempotency-key", UUID.randomUUID().toString());
    }
}
