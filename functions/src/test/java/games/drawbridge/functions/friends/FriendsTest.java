package games.drawbridge.functions.friends;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.blocks.BlockTable;
import games.drawbridge.functions.players.Profile;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.Nodes;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class FriendsTest {
    private final World world = World.open();

    @BeforeEach
    void players() {
        for (String each : List.of("ann", "bob", "cleo", "dan")) profile(each);
    }

    @Test
    void friendsAreTwoWhoBothWantIt() {
        assertThat(ask("ann", "bob").text("/bond")).isEqualTo("asked");
        assertThat(ask("ann", "bob").text("/bond")).as("once more").isEqualTo("asked");
        assertThat(friends("bob").text("/asks/0/playerId")).isEqualTo("ann");
        assertThat(friends("ann").text("/asked/0/playerId")).isEqualTo("bob");
        assertThat(ask("bob", "ann").text("/bond")).isEqualTo("friends");
        for (String each : List.of("ann", "bob")) {
            assertThat(friends(each).at("/friends")).hasSize(1);
            assertThat(friends(each).at("/asks")).isEmpty();
            assertThat(friends(each).at("/asked")).isEmpty();
        }
        for (int n = 0; n < 2; n++) assertThat(end("bob", "ann").status()).isEqualTo(204);
        assertThat(friends("ann").at("/friends")).isEmpty();
    }

    @Test
    void twoWhoAskEachOtherAtOnceAreFriends() {
        var bonds =
                AtOnce.times(
                        4, n -> (n % 2 == 0 ? ask("ann", "bob") : ask("bob", "ann")).text("/bond"));
        assertThat(bonds).contains("friends");
        for (String each : List.of("ann", "bob"))
            assertThat(friends(each).at("/friends")).as(each).hasSize(1);
    }

    @Test
    void aRequestThatIsRefusedIsGone() {
        ask("ann", "bob");
        end("bob", "ann");
        assertThat(friends("ann").at("/asked")).isEmpty();
        var both =
                AtOnce.times(
                        2, n -> n == 0 ? ask("bob", "cleo").status() : end("cleo", "bob").status());
        assertThat(both).containsExactly(200, 204);
        long rows =
                world.tables().rows("Players").stream()
                        .filter(row -> row.get("sk").s().startsWith("FRIEND#"))
                        .count();
        assertThat(rows).as("both sides say the same").isIn(0L, 2L);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    ann,    400 bad-input
                    '',     400 bad-input
                    a b,    400 bad-input
                    nobody, 404 not-found
                    """)
    void whoIsNoOtherPlayerIsNotAsked(String other, String outcome) {
        assertThat(ask("ann", other).outcome()).isEqualTo(outcome);
    }

    @Test
    void whoIsBlockedIsNotHeard() {
        ask("ann", "bob");
        ask("bob", "ann");
        for (int n = 0; n < 2; n++) block("ann", "bob");
        assertThat(friends("bob").at("/friends")).isEmpty();
        for (String[] pair : new String[][] {{"ann", "bob"}, {"bob", "ann"}})
            assertThat(ask(pair[0], pair[1]).outcome()).isEqualTo("403 blocked");
        var blocks = new BlockTable(new Aws(world.environment("FriendCalls")));
        assertThat(blocks.has(new PlayerId("ann"), new PlayerId("bob"))).isTrue();
        assertThat(blocks.has(new PlayerId("bob"), new PlayerId("ann"))).isFalse();
        assertThat(world.get("/v1/blocks").as("ann").send().text("/players/0")).isEqualTo("bob");
        for (int n = 0; n < 2; n++)
            assertThat(world.call("DELETE", "/v1/blocks/bob").as("ann").send().status())
                    .isEqualTo(204);
        assertThat(ask("bob", "ann").status()).isEqualTo(200);
    }

    // ---- presence ----

    @Test
    void friendsAreOnlineWhileTheirNodeLives() {
        ask("ann", "bob");
        ask("bob", "ann");
        var nodes = new Nodes(world);
        assertThat(friends("ann").at("/friends/0/online").asBoolean(true)).isFalse();
        online("bob", "n1", "g1");
        assertThat(friends("ann").at("/friends/0/online").asBoolean(true))
                .as("of that node nobody has heard")
                .isFalse();
        nodes.alive("n1", 0, 1);
        assertThat(friends("ann").at("/friends/0/online").asBoolean()).isTrue();
        assertThat(friends("ann").text("/friends/0/rooms/0")).isEqualTo("duel-7");
        nodes.restarted("n1");
        assertThat(friends("ann").at("/friends/0/online").asBoolean(true))
                .as("another life of the node")
                .isFalse();
        nodes.dead("n1", 0, 1);
        online("bob", "n1", "g1");
        nodes.alive("n2", 0, 1);
        assertThat(friends("ann").at("/friends/0/online").asBoolean(true))
                .as("five seconds without a beat")
                .isFalse();
        online("bob", "n2", "g1");
        assertThat(friends("ann").at("/friends/0/online").asBoolean()).isTrue();
        show("bob", false);
        assertThat(friends("ann").at("/friends/0").has("online")).isFalse();
        assertThat(friends("ann").at("/friends/0").has("rooms")).isFalse();
        show("bob", true);
        assertThat(friends("ann").at("/friends/0/online").asBoolean()).isTrue();
    }

    // ---- limits and accounts ----

    @Test
    void friendsAndRequestsHaveAnEnd() {
        var table = new FriendTable(new Aws(world.environment("FriendCalls")));
        for (int n = 0; n < 50; n++)
            table.ask(new PlayerId("ann"), new PlayerId("x" + n), Instant.now());
        assertThat(ask("ann", "bob").outcome()).isEqualTo("422 too-many-requests");
        for (int n = 0; n < 100; n++) {
            table.ask(new PlayerId("y" + n), new PlayerId("bob"), Instant.now());
            table.accept(new PlayerId("bob"), new PlayerId("y" + n), Instant.now());
        }
        assertThat(ask("bob", "cleo").outcome()).isEqualTo("422 too-many-friends");
        ask("dan", "cleo");
        table.ask(new PlayerId("bob"), new PlayerId("dan"), Instant.now());
        assertThat(ask("dan", "bob").outcome()).isEqualTo("422 too-many-friends");
    }

    @Test
    void friendsGoWithTheirPlayer() {
        var holding =
                new FriendHolding(new Aws(world.environment("RunJobs")), InstantSource.system());
        ask("ann", "bob");
        ask("bob", "ann");
        ask("ann", "cleo");
        block("ann", "dan");
        assertThat(holding.export(new PlayerId("ann")).toString()).contains("bob", "cleo", "dan");
        profile("eve");
        for (int n = 0; n < 2; n++) holding.move(new PlayerId("ann"), new PlayerId("eve"));
        assertThat(friends("bob").at("/friends").findValuesAsText("playerId"))
                .containsExactly("eve");
        assertThat(friends("cleo").at("/asks")).isEmpty();
        assertThat(world.get("/v1/blocks").as("eve").send().text("/players/0")).isEqualTo("dan");
        for (int n = 0; n < 2; n++) holding.erase(new PlayerId("eve"));
        assertThat(friends("bob").at("/friends")).isEmpty();
        assertThat(world.tables().rows("Players"))
                .noneMatch(row -> row.get("sk").s().startsWith("FRIEND#"))
                .noneMatch(row -> row.get("sk").s().startsWith("BLOCK#"));
    }

    private Got ask(String player, String other) {
        return world.post("/v1/friends", "{\"playerId\":\"%s\"}".formatted(other))
                .as(player)
                .send();
    }

    private Got end(String player, String other) {
        return world.call("DELETE", "/v1/friends/" + other).as(player).send();
    }

    private Got friends(String player) {
        return world.get("/v1/friends").as(player).send();
    }

    private void block(String player, String other) {
        assertThat(world.call("PUT", "/v1/blocks/" + other).as(player).send().status())
                .isEqualTo(204);
    }

    private void show(String player, boolean shown) {
        world.call("PUT", "/v1/friends/presence")
                .as(player)
                .json("{\"shown\":" + shown + "}")
                .send();
    }

    /// As a node writes it down.
    private void online(String player, String node, String generation) {
        world.tables()
                .put(
                        "Rooms",
                        Map.of(
                                "pk",
                                AttributeValue.fromS("PLAYER#" + player),
                                "sk",
                                AttributeValue.fromS("ONLINE"),
                                "on-" + node,
                                AttributeValue.fromL(
                                        List.of(
                                                AttributeValue.fromS(generation),
                                                AttributeValue.fromS("duel-7")))));
    }

    private void profile(String id) {
        var profile =
                new Profile(
                        new PlayerId(id),
                        "Name of " + id,
                        "en",
                        null,
                        null,
                        Instant.now(),
                        List.of("guest"),
                        List.of(),
                        null);
        world.tables().put("Players", ProfileTable.row(profile).values());
    }
}
