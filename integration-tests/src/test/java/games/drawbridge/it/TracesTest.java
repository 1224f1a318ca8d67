package games.drawbridge.it;

import static games.drawbridge.it.Players.enter;
import static games.drawbridge.it.Players.guest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import games.drawbridge.bots.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// One player's way through function, socket, room and what the room causes is one trace.
class TracesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static String id() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static JsonNode call(Account who, String path, String body, String trace)
            throws IOException {
        var answer =
                given().baseUri(TheWorld.origin().toString())
                        .contentType("application/json")
                        .header("authorization", "Bearer " + who.token())
                        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                        .body(body)
                        .post(path);
        return JSON.readTree(answer.asString());
    }

    private static List<String> names(String trace) {
        var names = new ArrayList<String>();
        for (var each : Players.api().get("/_local/traces", null).ok())
            if (each.get("trace").asText().equals(trace))
                for (var span : each.get("spans"))
                    names.add(span.get("service").asText() + " " + span.get("name").asText());
        return names;
    }

    @Test
    void fromTheCallToThePrize() throws IOException {
        String anns = id();
        String bobs = id();
        var bob = guest();
        var seat = call(guest(), "/v1/rooms", "{\"kind\":\"four-in-a-row\"}", anns);
        String join = "/v1/rooms/" + seat.get("room").asText() + "/join";
        try (var red = enter(seat);
                var yellow = enter(call(bob, join, "{}", bobs))) {
            red.move(1, "{\"drop\":3}");
            yellow.socket().next("event");
            yellow.move(1, "{\"resign\":true}");
            Await.until(() -> names(bobs).contains("functions effect"));
        }
        assertThat(names(anns)).containsExactly("functions create", "node hello", "node enter");
        assertThat(names(bobs))
                .startsWith("functions join", "node hello", "node enter")
                .contains("functions effect");
        var log = Files.readString(TheWorld.world().folder().logs().resolve("functions.log"));
        assertThat(log.lines().filter(line -> line.contains(bobs)))
                .singleElement()
                .asString()
                .contains("\"route\":\"POST /v1/rooms/{room}/join\"", "\"status\":200");
    }
}
