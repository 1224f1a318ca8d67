package games.drawbridge.functions.clans;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.membership.MembershipTable;
import games.drawbridge.functions.players.Profile;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.clans.ClanRole;
import games.drawbridge.model.clans.Member;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A world with players and clans in it, and what the tests say of them for short.
final class ClanTown {
    private static final AtomicInteger FRESH = new AtomicInteger();
    static final World world = World.open();

    static {
        block("troll");
    }

    private ClanTown() {}

    static List<String> names(World of, String player, String query) {
        var got = of.get("/v1/clans" + query).as(player).send();
        assertThat(got.status()).isEqualTo(200);
        return got.at("/clans").findValuesAsText("name");
    }

    static Got found(String player, String name, String tag, String admission) {
        return found(world, player, name, tag, admission, "SE", 0);
    }

    static Got found(
            World of,
            String player,
            String name,
            String tag,
            String admission,
            String country,
            int level) {
        return of.post(
                        "/v1/clans",
                        """
                        {"name":"%s","tag":"%s","admission":"%s","country":"%s","level":%d}\
                        """
                                .formatted(name, tag, admission, country, level))
                .as(player)
                .send();
    }

    static Got join(String player, String clan) {
        return world.call("POST", "/v1/clans/" + clan + "/members").as(player).send();
    }

    static Got invite(String by, String clan, String player) {
        return world.post(
                        "/v1/clans/" + clan + "/invitations",
                        "{\"playerId\":\"%s\"}".formatted(player))
                .as(by)
                .send();
    }

    static Got accept(String by, String clan, String player) {
        return world.call("POST", "/v1/clans/" + clan + "/requests/" + player + "/accept")
                .as(by)
                .send();
    }

    static void accept(String by, String clan, String player, String outcome) {
        assertThat(accept(by, clan, player).outcome()).isEqualTo(outcome);
    }

    static Got appoint(String by, String clan, String player, String role) {
        return world.call("PUT", "/v1/clans/" + clan + "/members/" + player)
                .as(by)
                .json("{\"role\":\"%s\"}".formatted(role))
                .send();
    }

    static Got remove(String by, String clan, String kind, String player) {
        return world.call("DELETE", "/v1/clans/" + clan + "/" + kind + "/" + player).as(by).send();
    }

    static Got update(String by, String clan, String json) {
        return world.call("PATCH", "/v1/clans/" + clan).as(by).json(json).send();
    }

    static Got disband(String by, String clan) {
        return world.call("DELETE", "/v1/clans/" + clan).as(by).send();
    }

    static void seat(String clan, String player) {
        var member =
                new Member(new PlayerId(player), ClanRole.MEMBER, Instant.now(), Instant.now());
        var id = new ClanId(clan);
        world.tables().put("Clans", Rows.of(id, member).values());
        world.tables()
                .put("Clans", MembershipTable.key(member.player()).with("clan", clan).values());
    }

    static Map<String, AttributeValue> row(String clan, String sk) {
        return world.tables().row("Clans", "CLAN#" + clan, sk);
    }

    static void set(String clan, String sk, String name, AttributeValue value) {
        world.tables().set("Clans", "CLAN#" + clan, sk, name, value);
    }

    /// As counted and as written down, which must be the same.
    static int sizes(String clan) {
        int size =
                (int)
                        world.tables().rows("Clans").stream()
                                .filter(row -> row.get("pk").s().equals("CLAN#" + clan))
                                .filter(row -> row.get("sk").s().startsWith("MEMBER#"))
                                .count();
        assertThat(row(clan, "HEAD").get("members").n()).isEqualTo("" + size);
        return size;
    }

    static List<String> leaders(String clan) {
        return world.tables().rows("Clans").stream()
                .filter(row -> row.get("pk").s().equals("CLAN#" + clan))
                .filter(row -> row.containsKey("role") && row.get("role").s().equals("leader"))
                .map(row -> row.get("player").s())
                .toList();
    }

    static void block(String word) {
        world.tables()
                .put(
                        "Config",
                        Map.of(
                                "pk", AttributeValue.fromS("TITLE"),
                                "sk", AttributeValue.fromS("NAMES"),
                                "unique", AttributeValue.fromN("0"),
                                "blocked",
                                        AttributeValue.fromL(List.of(AttributeValue.fromS(word)))));
    }

    static List<String> players(int count) {
        return Stream.generate(ClanTown::login).limit(count).toList();
    }

    static String login() {
        return login(world);
    }

    /// A player with a profile, without the time that a login takes.
    static String login(World of) {
        String id = "player-" + FRESH.incrementAndGet();
        var profile =
                new Profile(
                        new PlayerId(id),
                        "Name of " + id,
                        "en-GB",
                        null,
                        null,
                        Instant.now(),
                        List.of("guest"),
                        List.of(),
                        null);
        of.tables().put("Players", ProfileTable.row(profile).values());
        return id;
    }
}
