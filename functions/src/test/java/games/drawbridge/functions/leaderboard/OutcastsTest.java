package games.drawbridge.functions.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.testkit.Stream;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.games.FourInARow;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Effect;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcastsTest {
    private static final String BOARD = "/v1/leaderboards/four-in-a-row";

    private final World world = World.open();
    private final Stream stream = new Stream(world);
    private int sources;

    private String player(String device) {
        return world.login(device, "a secret of thirty-two characters").text("/playerId");
    }

    private void score(String player, long points) {
        var aws = new Aws(world.environment("ApplyEffects"));
        new Scores(aws, InstantSource.system(), new SecureRandom())
                .count(
                        new Effect.Score(FourInARow.BOARD, new PlayerId(player), points),
                        "room#1#" + sources++,
                        Instant.now());
    }

    private List<String> page(String query) {
        stream.bring();
        var lines = new ArrayList<String>();
        for (var entry : world.get(BOARD + query).as("sam").send().at("/entries"))
            lines.add(
                    entry.get("rank").asText()
                            + " "
                            + entry.path("playerId").asText(entry.path("clanId").asText())
                            + " "
                            + entry.get("score").asText());
        return lines;
    }

    private void ban(String player, String scope, String more) {
        var body = "{\"scope\":\"%s\",\"reason\":\"a bot\"%s}".formatted(scope, more);
        var banned =
                world.post("/v1/admin/players/" + player + "/bans", body)
                        .as("sam")
                        .claim("roles", "[support]")
                        .send();
        assertThat(banned.status()).isEqualTo(201);
    }

    private void lift(String player, String scope) {
        var lifted =
                world.call(
                                "DELETE",
                                "/v1/admin/players/%s/bans/%s?reason=x".formatted(player, scope))
                        .as("sam")
                        .claim("roles", "[support]")
                        .send();
        assertThat(lifted.status()).isLessThan(300);
    }

    @Test
    void aBanTakesOffAllBoardsAndItsEndPutsBack() {
        String ann = player("device-of-ann");
        String bob = player("device-of-bob");
        score(ann, 5);
        score(bob, 7);
        for (var query : List.of("", "?period=weekly"))
            assertThat(page(query)).containsExactly("1 " + bob + " 7", "2 " + ann + " 5");
        ban(bob, "chat", "");
        assertThat(page("")).hasSize(2);
        ban(bob, "boards", "");
        ban(bob, "all", ",\"until\":\"" + Instant.now().plusSeconds(3_600) + "\"");
        for (var query : List.of("", "?period=weekly"))
            assertThat(page(query)).containsExactly("1 " + ann + " 5");
        lift(bob, "boards");
        assertThat(page("")).containsExactly("1 " + ann + " 5");
        lift(bob, "all");
        for (var query : List.of("", "?period=weekly"))
            assertThat(page(query)).containsExactly("1 " + bob + " 7", "2 " + ann + " 5");
    }

    @Test
    void pointsAreTheClansInWhichTheyWereMade() {
        String ann = player("device-of-ann");
        String bob = player("device-of-bob");
        score(ann, 100);
        var body =
                "{\"name\":\"Night Owls\",\"tag\":\"OWL\",\"admission\":\"open\",\"country\":\"SE\",\"level\":0}";
        String owls = world.post("/v1/clans", body).as(ann).send().text("/id");
        score(ann, 3);
        assertThat(world.post("/v1/clans/" + owls + "/members", "{}").as(bob).send().status())
                .isLessThan(300);
        score(bob, 4);
        assertThat(page("?scope=clan")).containsExactly("1 " + owls + " 7");
        assertThat(world.get(BOARD + "?scope=clan").as(ann).send().text("/entries/0/name"))
                .isEqualTo("Night Owls");
        world.call("DELETE", "/v1/clans/" + owls + "/members/" + bob).as(bob).send();
        score(bob, 50);
        assertThat(page("?scope=clan&period=weekly")).containsExactly("1 " + owls + " 7");
        var standing = world.get(BOARD + "/players/" + owls + "?scope=clan").as(bob).send();
        assertThat(standing.at("/score").asLong()).isEqualTo(7);
        assertThat(page("")).containsExactly("1 " + ann + " 103", "2 " + bob + " 54");
    }
}
