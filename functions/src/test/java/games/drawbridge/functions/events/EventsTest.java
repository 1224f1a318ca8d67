package games.drawbridge.functions.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.leaderboard.Scores;
import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.TestContext;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.games.FourInARow;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Effect;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class EventsTest {
    private final World world = World.open();
    private Instant now = Instant.parse("2026-11-25T12:00:00Z");
    private final EventCalls calls =
            new EventCalls(new Aws(world.environment("EventCalls")), () -> now);
    private final RunEvents runs = new RunEvents(world.environment("RunEvents"), () -> now);
    private final String round = "conquest.weekly-2026-11-30";

    @Test
    void clansSignUpAreMatchedContendAndArePaidOnce() {
        for (int n = 0; n < 4; n++) clan("c" + n, "p" + n, "q" + n);
        assertThat(enter("q0").outcome()).isEqualTo("403 not-allowed");
        assertThat(enter("stranger").outcome()).isEqualTo("403 not-a-member");
        for (int n = 0; n < 3; n++) assertThat(enter("p" + n).status()).isEqualTo(201);
        now = now.plusSeconds(1);
        assertThat(enter("p0").status()).as("once more").isEqualTo(200);
        assertThat(get("p0").text("/phase")).isEqualTo("sign-up");
        assertThat(get("p0").at("/entered").asBoolean()).isTrue();
        assertThat(get("p0").at("/standings")).isEmpty();

        now = Instant.parse("2026-12-01T12:00:00Z");
        assertThat(enter("p3").outcome()).isEqualTo("422 sign-up-closed");
        score("p0", 2);
        score("q0", 1);
        score("q1", 5);
        run();
        assertThat(ranks("q0")).containsExactly("1 c1 5", "2 c0 3", "3 c2 0");
        assertThat(get("p3").at("/standings")).as("had not entered").isEmpty();

        now = Instant.parse("2026-12-07T00:30:00Z");
        run();
        assertThat(mails("q1")).as("late points still count").isEmpty();
        now = Instant.parse("2026-12-07T01:30:00Z");
        for (int n = 0; n < 2; n++) run();
        forgetWhoWasPaid();
        run();
        for (String each : List.of("p1", "q1")) {
            assertThat(mails(each)).hasSize(1);
            assertThat(mails(each).getFirst().at("/attachments/0/amount").asInt()).isEqualTo(100);
        }
        assertThat(mails("p0").getFirst().at("/attachments/0/amount").asInt()).isEqualTo(50);
        assertThat(mails("p2")).as("no points, no prize").isEmpty();
        assertThat(get("p0").text("/phase")).isEqualTo("over");
    }

    @Test
    void whoeverLooksFirstTheGroupsAreTheSame() {
        for (int n = 0; n < 9; n++) {
            clan("c" + n, "p" + n, "q" + n);
            enter("p" + n);
        }
        now = Instant.parse("2026-11-30T00:00:00Z");
        AtOnce.times(4, n -> get("p" + n).body());
        var seen = new ArrayList<String>();
        for (int n = 0; n < 9; n++) {
            var group = get("p" + n).at("/standings");
            assertThat(group).hasSize(3);
            for (var line : group) seen.add(line.at("/clan/id").asText());
        }
        assertThat(seen).hasSize(27);
        assertThat(seen.stream().distinct()).hasSize(9);
    }

    @Test
    void thereIsOneThatRunsAndOneToEnter() {
        var events = call("GET", "/v1/events", null, "ann");
        assertThat(events.at("/events").findValuesAsText("id"))
                .containsExactly("conquest.weekly-2026-11-23", round);
        assertThat(events.at("/events").findValuesAsText("phase"))
                .containsExactly("running", "sign-up");
        for (String id :
                List.of(
                        "conquest",
                        "conquest.weekly-2026-12-01",
                        "conquest.weekly-2026-12-07",
                        "conquest.weekly-2026-08-10",
                        "x.weekly-2026-11-30"))
            assertThat(call("GET", "/v1/events/{id}", id, "ann").outcome())
                    .isEqualTo("404 not-found");
    }

    private Got enter(String player) {
        return call("POST", "/v1/events/{id}/entries", round, player);
    }

    private Got get(String player) {
        return call("GET", "/v1/events/{id}", round, player);
    }

    /// At the moment that this test has come to.
    private Got call(String method, String path, String id, String player) {
        var context =
                APIGatewayV2HTTPEvent.RequestContext.builder()
                        .withAuthorizer(
                                APIGatewayV2HTTPEvent.RequestContext.Authorizer.builder()
                                        .withJwt(
                                                APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT
                                                        .builder()
                                                        .withClaims(Map.of("sub", player))
                                                        .build())
                                        .build())
                        .build();
        var event =
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey(method + " " + path)
                        .withPathParameters(id == null ? Map.of() : Map.of("id", id))
                        .withHeaders(Map.of())
                        .withRequestContext(context)
                        .build();
        var answer = calls.handleRequest(event, new TestContext("EventCalls"));
        return new Got(answer.getStatusCode(), answer.getHeaders(), answer.getBody(), List.of());
    }

    private void run() {
        var context = new TestContext("RunEvents");
        runs.handleRequest(new ScheduledEvent(), context);
        assertThat(context.lines()).isEmpty();
    }

    private List<String> ranks(String player) {
        var ranks = new ArrayList<String>();
        for (var line : get(player).at("/standings"))
            ranks.add(
                    line.at("/rank").asText()
                            + " "
                            + line.at("/clan/id").asText()
                            + " "
                            + line.at("/score").asText());
        return ranks;
    }

    private void score(String player, long points) {
        new Scores(new Aws(world.environment("ApplyEffects")), () -> now, new SecureRandom())
                .count(
                        new Effect.Score(FourInARow.BOARD, new PlayerId(player), points),
                        "r#" + player,
                        now);
    }

    private List<JsonNode> mails(String player) {
        var mails = new ArrayList<JsonNode>();
        world.get("/v1/players/me/mail").as(player).send().at("/mail").forEach(mails::add);
        return mails;
    }

    /// As if the run had broken off before it wrote that down.
    private void forgetWhoWasPaid() {
        for (var row : world.tables().rows("Clans"))
            if (row.get("sk").s().startsWith("PAID#") || row.get("sk").s().equals("OVER"))
                world.tables()
                        .dynamo()
                        .deleteItem(delete ->
                                delete.tableName(world.tables().name("Clans"))
                                        .key(Map.of("pk", row.get("pk"), "sk", row.get("sk"))));
    }

    private void clan(String id, String leader, String member) {
        put("CLAN#" + id, "HEAD", Map.of("name", "Clan " + id, "tag", "T"));
        seat(id, leader, "leader");
        seat(id, member, "member");
    }

    private void seat(String clan, String player, String role) {
        put(
                "CLAN#" + clan,
                "MEMBER#" + player,
                Map.of("player", player, "role", role, "at", "#1", "seenAt", "#1"));
        put("PLAYER#" + player, "CLAN", Map.of("clan", clan));
    }

    private void put(String pk, String sk, Map<String, String> values) {
        var row = new HashMap<String, AttributeValue>();
        row.put("pk", AttributeValue.fromS(pk));
        row.put("sk", AttributeValue.fromS(sk));
        values.forEach((name, value) ->
                row.put(
                        name,
                        value.startsWith("#")
                                ? AttributeValue.fromN(value.substring(1))
                                : AttributeValue.fromS(value)));
        world.tables().put("Clans", row);
    }
}
