package games.drawbridge.it;

import static games.drawbridge.it.Players.create;
import static games.drawbridge.it.Players.enter;
import static games.drawbridge.it.Players.guest;
import static games.drawbridge.it.Players.join;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.bots.Account;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What players do, through streams and through their clients, becomes rows of Parquet that the
/// queries of docs/analytics.md understand.
class AnalyticsTest {
    private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    private static RequestSpecification as(Account who) {
        return given().baseUri(TheWorld.origin().toString())
                .contentType("application/json")
                .header("authorization", "Bearer " + who.token());
    }

    @Test
    void anEveningLiesInTheFilesOfItsDay() {
        var ann = guest();
        String room = won(ann, guest());
        ordered(ann);
        paid(ann);
        tells(ann, "screen_shown", "{\"screen\":\"lobby\"}");
        var wanted =
                Set.of(
                        "game_played",
                        "login",
                        "order",
                        "payment",
                        "player_created",
                        "screen_shown");
        // a turn of counting games that a dead function held is free again after 75 s
        Await.until(3, () -> namesOf(ann).containsAll(wanted));
        assertThat(namesOf(ann)).isEqualTo(new TreeSet<>(wanted));
        assertThat(
                        asked(
                                "SELECT players FROM events WHERE room = '%s' AND name = 'game_over'",
                                room))
                .containsExactly("2");
        assertThat(
                        asked(
                                "SELECT unit, spent, good FROM events WHERE player = '%s' AND name = 'order'",
                                ann.player()))
                .containsExactly("gold 10 item:disc-blue");
        assertThat(
                        asked(
                                "SELECT action, currency, gross FROM events WHERE player = '%s' AND name = 'payment'",
                                ann.player()))
                .containsExactly("charge USD 199");
        assertThat(
                        asked(
                                "SELECT count(*) FROM events WHERE received < happened - INTERVAL '1' MINUTE"))
                .containsExactly("0");
    }

    private static String won(Account red, Account yellow) {
        var seat = create(red, "four-in-a-row");
        try (var one = enter(seat);
                var other = enter(join(yellow, seat))) {
            one.move(1, "{\"drop\":3}");
            other.socket().next("event");
            other.move(1, "{\"resign\":true}");
        }
        Await.until(() -> {
            Integer gold = as(red).get("/v1/wallet").path("balances.gold");
            return gold != null && gold >= 10;
        });
        return seat.get("room").asText();
    }

    private static void ordered(Account who) {
        as(who).header("idempotency-key", UUID.randomUUID().toString())
                .body(Map.of("sku", "disc-blue", "quantity", 1))
                .post("/v1/store/orders")
                .then()
                .statusCode(201);
    }

    private static void paid(Account who) {
        var wish = Map.of("sku", "gems_100", "quantity", 1, "provider", "stripe");
        String order =
                as(who).header("idempotency-key", UUID.randomUUID().toString())
                        .body(wish)
                        .post("/v1/payments/orders")
                        .path("orderId");
        as(who).body(Map.of("orderId", order, "outcome", "paid"))
                .post("/_local/stripe/checkout")
                .then()
                .statusCode(200);
    }

    private static void tells(Account who, String name, String fields) {
        String event =
                "{\"id\":\"1\",\"name\":\"%s\",\"at\":5,\"fields\":%s}".formatted(name, fields);
        as(who).body("{\"session\":\"s\",\"sentAt\":7,\"events\":[" + event + "]}")
                .post("/v1/analytics")
                .then()
                .statusCode(202);
    }

    private static Set<String> namesOf(Account who) {
        return new TreeSet<>(asked("SELECT name FROM events WHERE player = '%s'", who.player()));
    }

    /// Nothing while there are no files yet.
    private static List<String> asked(String query, Object... values) {
        var files = TheWorld.world().folder().analytics().resolve("events");
        if (!Files.exists(files)) return List.of();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute(view().replace("EVENTS", files.toString()));
            return rows(connection, query.formatted(values));
        } catch (SQLException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static String view() {
        try {
            var page = Files.readString(Path.of("../docs/analytics.md"));
            return SQL.matcher(page).results().findFirst().orElseThrow().group(1);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int n = 1; n <= result.getMetaData().getColumnCount(); n++)
                    row.add(String.valueOf(result.getObject(n)));
                rows.add(String.join(" ", row));
            }
            return rows;
        }
    }
}
