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
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a player buys comes to the rooms in which they sit while these are open, wherever they are:
/// once.
class BoughtTest {
    private final Account ann = guest();
    private final String base = "base:" + ann.player();

    @BeforeEach
    void frontDoor() {
        RestAssured.baseURI = TheWorld.origin().toString();
    }

    @AfterEach
    void everybodyIsAwake() {
        Fleet.wake();
    }

    @Test
    void anOpenBaseHearsOfWhatItsOwnerGetsAndBuys() {
        try (var visit = enter(seat())) {
            gold(100);
            assertThat(delivered(visit.socket().next("event"))).isEqualTo("{\"gold\":100}");

            buy("party-bundle");
            var event = visit.socket().next("event");
            assertThat(event.get("by").asText()).isEqualTo(ann.player());
            assertThat(event.has("id")).isFalse();
            assertThat(event.at("/body/delivered/goods/item:confetti").asInt()).isEqualTo(10);
            assertThat(event.at("/body/delivered/goods/item:ribbon").asInt()).isEqualTo(1);

            pay();
            assertThat(delivered(visit.socket().next("event"))).isEqualTo("{\"gems\":100}");

            visit.move(1, "{\"unpack\":{\"parcel\":2}}");
            assertThat(visit.socket().next("event").at("/body/unpacked/parcel").asInt())
                    .isEqualTo(2);
        }
        assertThat(log()).hasSize(4);
    }

    @Test
    void aSocketOfAnotherNodeHearsItToo() {
        var owned = Placing.at("n2", seat(), ann);
        try (var visit = enter(Placing.at("n1", create(ann, "relay"), ann))) {
            visit.socket().send(joining(owned, ""));
            assertThat(visit.socket().next("joined").get("room").asText()).isEqualTo(base);
            gold(100);
            var event = visit.socket().next("event");
            assertThat(event.get("room").asText()).isEqualTo(base);
            assertThat(delivered(event)).isEqualTo("{\"gold\":100}");
        }
    }

    @Test
    void aBaseThatLosesItsNodeHearsItFromTheNextOne() {
        var seat = Placing.at("n1", seat(), ann);
        enter(seat).close();
        Fleet.signal("n1", "STOP");
        gold(70);
        Await.until(() -> !seat().get("node").asText().equals("n1"));
        try (var _ = enter(seat())) {
            Await.until(() -> !log().isEmpty());
            Fleet.signal("n1", "CONT");
            gold(30);
            Await.until(() -> log().size() > 1);
        }
        assertThat(log().stream().map(BoughtTest::delivered))
                .containsExactly("{\"gold\":70}", "{\"gold\":30}");
    }

    private JsonNode seat() {
        return api().post("/v1/rooms/" + base + "/join", ann.token(), "{}").ok();
    }

    private List<JsonNode> log() {
        var events = api().get("/v1/rooms/" + base + "/log", ann.token()).ok().get("events");
        return StreamSupport.stream(events.spliterator(), false).toList();
    }

    private static String delivered(JsonNode event) {
        return event.at("/body/delivered/goods").toString();
    }

    // ---- what ann gets ----

    private void gold(long amount) {
        String token =
                json().body(Map.of("roles", List.of("support")))
                        .post("/_local/tokens")
                        .path("accessToken");
        var gift = Map.of("kind", "currency", "id", "gold", "amount", amount, "reason", "test");
        keyed(token)
                .body(gift)
                .post("/v1/admin/players/" + ann.player() + "/grants")
                .then()
                .statusCode(201);
    }

    private void buy(String sku) {
        keyed(ann.token())
                .body(Map.of("sku", sku, "quantity", 1))
                .post("/v1/store/orders")
                .then()
                .statusCode(201);
    }

    private void pay() {
        String order =
                keyed(ann.token())
                        .body(Map.of("sku", "gems_100", "quantity", 1, "provider", "stripe"))
                        .post("/v1/payments/orders")
                        .path("orderId");
        json().body(Map.of("orderId", order, "outcome", "paid"))
                .post("/_local/stripe/checkout")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification keyed(String token) {
        return json().header("authorization", "Bearer " + token)
                .header("idempotency-key", UUID.randomUUID().toString());
    }

    private static RequestSpecification json() {
        return given().contentType("application/json");
    }
}
