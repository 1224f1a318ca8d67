package games.drawbridge.functions.clans;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.membership.MembershipTable;
import games.drawbridge.functions.players.Profile;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.clans.ClanRole;
import games.drawbridge.model.clans.Member;
import games.drawbridge.model.player.PlayerId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ClansTest {
    private static final AtomicInteger FRESH = new AtomicInteger();
    private static final World world = World.open();

    static {
        block("troll");
    }

    // ---- coming in ----

    @Test
    void aClanIsFoundedAndJoined() {
        String ann = login();
        var made = found(ann, "Northern Wolves", "wolf", "open");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/tag")).isEqualTo("WOLF");
        assertThat(made.text("/leader")).isEqualTo(ann);
        String id = made.text("/id");
        String bob = login();
        assertThat(join(bob, id).status()).isEqualTo(201);
        assertThat(join(bob, id).status()).as("once more").isEqualTo(200);
        var hall = world.get("/v1/clans/" + id).as(bob).send();
        assertThat(hall.at("/members").findValuesAsText("playerId")).containsExactly(ann, bob);
        assertThat(hall.at("/members").findValuesAsText("role"))
                .containsExactly("leader", "member");
        assertThat(hall.text("/size")).isEqualTo("2");
        assertThat(hall.at("/members/0").has("seenAt")).isTrue();
        assertThat(world.get("/v1/clans/" + id).as(login()).send().at("/members/0").has("seenAt"))
                .as("a stranger does not see who was there when")
                .isFalse();
        var card = world.get("/v1/players/" + bob).as(ann).send();
        assertThat(card.text("/clan/tag")).isEqualTo("WOLF");
        var cards = world.get("/v1/players?ids=" + bob + "," + login()).as(ann).send();
        assertThat(cards.text("/players/0/clan/id")).isEqualTo(id);
        assertThat(cards.at("/players/1").has("clan")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"tag":"AB"}                                        | 400 bad-input
                    {"name":"ab","tag":"AB"}                            | 400 bad-input
                    {"name":"!!! a","tag":"AB"}                         | 400 bad-input
                    {"name":"A clan","tag":"A"}                         | 400 bad-input
                    {"name":"A clan","tag":"ABCDEF"}                    | 400 bad-input
                    {"name":"A clan","tag":"A-B"}                       | 400 bad-input
                    {"name":"A clan","tag":"AB","admission":"closed"}   | 400 bad-input
                    {"name":"A clan","tag":"AB","country":"ZZ"}         | 400 bad-input
                    {"name":"A clan","tag":"AB","language":"pt-BR"}     | 400 bad-input
                    {"name":"A clan","tag":"AB","level":1001}           | 400 bad-input
                    {"name":"The Trolls","tag":"AB"}                    | 422 name-blocked
                    {"name":"A clan","tag":"TROLL"}                     | 422 name-blocked
                    {"name":"A clan","tag":"AB","motto":"be a tRoLl!"}  | 422 name-blocked
                    {"name":"TAKEN clan!","tag":"AB"}                   | 409 name-taken
                    {"name":"A clan","tag":"tkn"}                       | 409 tag-taken
                    """)
    void whatIsNoClanIsRefused(String body, String outcome) {
        found(login(), "Taken Clan", "TKN", "open");
        assertThat(world.post("/v1/clans", body).as(login()).send().outcome()).isEqualTo(outcome);
    }

    @Test
    void ofManyWhoWantOneNameOneGetsIt() {
        var players = players(4);
        var outcomes =
                AtOnce.times(4, n -> found(players.get(n), "Race", "R" + n, "open").outcome());
        assertThat(outcomes)
                .containsOnlyOnce("201")
                .filteredOn("409 name-taken"::equals)
                .hasSize(3);
    }

    @Test
    void whoFoundsTwoAtOnceHasOne() {
        String ann = login();
        var outcomes = AtOnce.times(3, n -> found(ann, "Double " + n, "DB" + n, "open").outcome());
        assertThat(outcomes)
                .containsOnlyOnce("201")
                .filteredOn("409 already-in-clan"::equals)
                .hasSize(2);
    }

    @Test
    void forTheLastSeatOneComesIn() {
        String id = found(login(), "Nearly Full", "NFUL", "open").text("/id");
        set(id, "HEAD", "members", AttributeValue.fromN("99"));
        var players = players(4);
        var outcomes = AtOnce.times(4, n -> join(players.get(n), id).outcome());
        assertThat(outcomes).containsOnlyOnce("201").filteredOn("409 clan-full"::equals).hasSize(3);
        assertThat(row(id, "HEAD").get("members").n()).isEqualTo("100");
    }

    @Test
    void whoJoinsTwoClansAtOnceIsInOne() {
        String one = found(login(), "One Of Two", "ONE2", "open").text("/id");
        String two = found(login(), "Two Of Two", "TWO2", "open").text("/id");
        String bob = login();
        var outcomes = AtOnce.times(4, n -> join(bob, n % 2 == 0 ? one : two).outcome());
        assertThat(outcomes).containsOnlyOnce("201").containsOnlyOnce("200");
        long seats = Stream.of(one, two).filter(id -> !row(id, "MEMBER#" + bob).isEmpty()).count();
        assertThat(seats).isEqualTo(1);
        var sizes = sizes(one) + sizes(two);
        assertThat(sizes).isEqualTo(3);
    }

    // ---- requests and invitations ----

    @Test
    void twoOfficersWhoAcceptOneRequestTakeInOnePlayer() {
        String ann = login();
        String id = found(ann, "By Request", "BYRQ", "request").text("/id");
        String bob = login();
        accept(ann, id, bob, "404 not-found");
        var asked = world.post("/v1/clans/" + id + "/requests", "{\"text\":\"hi\"}").as(bob).send();
        assertThat(asked.status()).isEqualTo(202);
        assertThat(join(bob, id).text("/status")).isEqualTo("asked");
        var list = world.get("/v1/clans/" + id + "/requests").as(ann).send();
        assertThat(list.at("/requests").findValuesAsText("playerId")).containsExactly(bob);
        assertThat(world.get("/v1/clans/" + id + "/requests").as(bob).send().outcome())
                .isEqualTo("403 not-a-member");
        assertThat(AtOnce.times(3, n -> accept(ann, id, bob).outcome())).containsOnly("200");
        assertThat(sizes(id)).isEqualTo(2);
        accept(bob, id, login(), "403 not-allowed");
        assertThat(world.get("/v1/clans/" + id + "/requests").as(bob).send().outcome())
                .isEqualTo("403 not-allowed");
        assertThat(world.get("/v1/clans/" + id + "/requests").as(ann).send().at("/requests"))
                .isEmpty();
    }

    @Test
    void aRequestThatTwoClansAcceptLeadsIntoOne() {
        String ann = login();
        String eve = login();
        String one = found(ann, "Accepts One", "ACC1", "request").text("/id");
        String two = found(eve, "Accepts Two", "ACC2", "request").text("/id");
        String bob = login();
        join(bob, one);
        join(bob, two);
        var outcomes =
                AtOnce.times(2, n -> accept(n == 0 ? ann : eve, n == 0 ? one : two, bob).outcome());
        assertThat(outcomes).containsExactlyInAnyOrder("200", "409 already-in-clan");
        assertThat(sizes(one) + sizes(two)).isEqualTo(3);
    }

    @Test
    void whatHasExpiredLeadsNowhere() {
        String ann = login();
        String id = found(ann, "Expiring", "EXPI", "invite").text("/id");
        String bob = login();
        assertThat(join(bob, id).outcome()).isEqualTo("422 invite-only");
        assertThat(invite(ann, id, bob).status()).isEqualTo(201);
        assertThat(world.get("/v1/players/me/clan").as(bob).send().text("/invitations/0/clan/tag"))
                .isEqualTo("EXPI");
        set(id, "INVITATION#" + bob, "expires", AttributeValue.fromN("1"));
        assertThat(join(bob, id).outcome()).isEqualTo("422 invite-only");
        assertThat(world.get("/v1/players/me/clan").as(bob).send().at("/invitations")).isEmpty();
        invite(ann, id, bob);
        assertThat(join(bob, id).status()).isEqualTo(201);
        assertThat(row(id, "INVITATION#" + bob)).isEmpty();
        assertThat(invite(bob, id, login()).outcome()).isEqualTo("403 not-allowed");
        assertThat(invite(ann, id, bob).outcome()).isEqualTo("409 already-in-clan");
        assertThat(invite(ann, id, "nobody").outcome()).isEqualTo("404 not-found");
    }

    @Test
    void requestsAndInvitationsAreTakenBack() {
        String ann = login();
        String bob = login();
        String id = found(ann, "Taken Back", "TKBK", "request").text("/id");
        join(bob, id);
        invite(ann, id, bob);
        String eve = login();
        for (String kind : List.of("requests", "invitations"))
            assertThat(remove(eve, id, kind, bob).outcome()).isEqualTo("403 not-a-member");
        for (String kind : List.of("requests", "invitations"))
            for (int n = 0; n < 2; n++)
                assertThat(remove(bob, id, kind, bob).status()).isEqualTo(204);
        assertThat(world.get("/v1/clans/" + id + "/invitations").as(ann).send().at("/invitations"))
                .isEmpty();
        accept(ann, id, bob, "404 not-found");
    }

    @Test
    void elevenRequestsAreTooMany() {
        String bob = login();
        for (int n = 0; n < 10; n++) {
            String id = found(login(), "Asked " + n, "ASK" + n, "request").text("/id");
            assertThat(join(bob, id).status()).isEqualTo(202);
        }
        String id = found(login(), "Asked Too Much", "ASKX", "request").text("/id");
        assertThat(join(bob, id).outcome()).isEqualTo("422 too-many-requests");
    }

    // ---- roles ----

    @Test
    void rolesAreGivenAndTheLeadIsHandedOver() {
        String ann = login();
        String id = found(ann, "Roles", "ROLE", "open").text("/id");
        var others = players(3);
        others.forEach(player -> join(player, id));
        String bob = others.get(0);
        String cleo = others.get(1);
        assertThat(appoint(bob, id, cleo, "officer").outcome()).isEqualTo("403 not-allowed");
        assertThat(appoint(login(), id, cleo, "officer").outcome()).isEqualTo("403 not-a-member");
        assertThat(appoint(ann, id, "nobody", "officer").outcome()).isEqualTo("404 not-found");
        assertThat(appoint(ann, id, ann, "member").outcome()).isEqualTo("422 own-role");
        assertThat(appoint(ann, id, bob, "king").outcome()).isEqualTo("400 bad-input");
        for (int n = 0; n < 2; n++)
            assertThat(appoint(ann, id, bob, "officer").text("/role")).isEqualTo("officer");
        assertThat(remove(bob, id, "members", ann).outcome()).isEqualTo("403 not-allowed");
        assertThat(remove(cleo, id, "members", bob).outcome()).isEqualTo("403 not-allowed");
        var outcomes =
                AtOnce.times(2, n -> appoint(ann, id, n == 0 ? bob : cleo, "leader").outcome());
        assertThat(outcomes).containsExactlyInAnyOrder("200", "403 not-allowed");
        assertThat(leaders(id)).hasSize(1).containsExactly(row(id, "HEAD").get("leader").s());
        assertThat(row(id, "MEMBER#" + ann).get("role").s()).isEqualTo("officer");
    }

    @Test
    void whoIsPutOutIsOutOnce() {
        String ann = login();
        String id = found(ann, "Put Out", "POUT", "open").text("/id");
        String bob = login();
        join(bob, id);
        var outcomes = AtOnce.times(4, n -> remove(n < 2 ? ann : bob, id, "members", bob).status());
        assertThat(outcomes).containsOnly(204);
        assertThat(sizes(id)).isEqualTo(1);
        assertThat(world.get("/v1/players/" + bob).as(ann).send().at("/clan").isMissingNode())
                .isTrue();
        assertThat(join(bob, id).status()).as("free to join again").isEqualTo(201);
    }

    @Test
    void aLeaderWhoGoesIsFollowedAndTheLastEndsTheClan() {
        String ann = login();
        String id = found(ann, "Followed", "FOLL", "open").text("/id");
        var others = players(2);
        others.forEach(player -> join(player, id));
        appoint(ann, id, others.get(1), "officer");
        assertThat(remove(ann, id, "members", ann).status()).isEqualTo(204);
        assertThat(leaders(id)).containsExactly(others.get(1));
        for (String each : others) remove(each, id, "members", each);
        assertThat(world.get("/v1/clans/" + id).as(ann).send().outcome())
                .isEqualTo("404 not-found");
        assertThat(found(ann, "Followed", "FOLL", "open").status()).isEqualTo(201);
    }

    @Test
    void aLeaderWhoHasVanishedIsFollowedWhenSomebodyLooks() {
        String ann = login();
        String id = found(ann, "Vanished", "VANI", "open").text("/id");
        String bob = login();
        join(bob, id);
        world.get("/v1/clans/" + id).as(bob).send();
        assertThat(leaders(id)).containsExactly(ann);
        long longAgo = Instant.now().minus(Duration.ofDays(22)).toEpochMilli();
        for (String each : List.of(ann, bob))
            set(id, "MEMBER#" + each, "seenAt", AttributeValue.fromN("" + longAgo));
        world.get("/v1/clans/" + id).as(login()).send();
        assertThat(leaders(id)).as("a stranger looks").containsExactly(ann);
        AtOnce.times(3, n -> world.get("/v1/clans/" + id).as(bob).send());
        assertThat(leaders(id)).containsExactly(bob);
        assertThat(world.get("/v1/clans/" + id).as(ann).send().text("/leader")).isEqualTo(bob);
    }

    // ---- the clan itself ----

    @Test
    void aClanSaysOtherThingsOfItself() {
        String ann = login();
        String id = found(ann, "Old Name", "OLD", "open").text("/id");
        found(login(), "Others", "OTH", "open");
        String bob = login();
        join(bob, id);
        assertThat(update(bob, id, "{\"motto\":\"x\"}").outcome()).isEqualTo("403 not-allowed");
        assertThat(update(ann, id, "{\"name\":\"others\"}").outcome()).isEqualTo("409 name-taken");
        assertThat(update(ann, id, "{\"tag\":\"oth\"}").outcome()).isEqualTo("409 tag-taken");
        assertThat(update(ann, id, "{\"name\":\"Trollers\"}").outcome())
                .isEqualTo("422 name-blocked");
        var next =
                update(
                        ann,
                        id,
                        "{\"name\":\"New Name\",\"tag\":\"NEW\",\"admission\":\"invite\",\"country\":\"SE\",\"motto\":\"m\"}");
        assertThat(next.text("/name")).isEqualTo("New Name");
        assertThat(world.get("/v1/clans/" + id).as(bob).send().text("/country")).isEqualTo("SE");
        assertThat(update(ann, id, "{\"country\":null}").at("/country").isMissingNode()).isTrue();
        assertThat(update(ann, id, "{\"name\":\"NEW NAME!\"}").status()).isEqualTo(200);
        assertThat(found(login(), "Old Name", "OLD", "open").status()).isEqualTo(201);
        assertThat(found(login(), "New name", "XYZ", "open").outcome()).isEqualTo("409 name-taken");
    }

    @Test
    void aClanEndsWithAllThatWasInIt() {
        String ann = login();
        String id = found(ann, "Ending", "ENDG", "request").text("/id");
        String bob = login();
        invite(ann, id, bob);
        join(bob, id);
        join(login(), id);
        for (int n = 0; n < 98; n++) seat(id, "filler-" + n);
        assertThat(disband(bob, id).outcome()).isEqualTo("403 not-allowed");
        var outcomes =
                AtOnce.times(
                        3, n -> n == 0 ? disband(ann, id).outcome() : join(login(), id).outcome());
        assertThat(outcomes.getFirst()).isEqualTo("204");
        assertThat(disband(ann, id).status()).as("once more").isEqualTo(204);
        disband(ann, id);
        assertThat(world.tables().rows("Clans"))
                .filteredOn(row -> row.toString().contains(id))
                .singleElement()
                .satisfies(row -> assertThat(row).containsKeys("ended", "expires"));
        assertThat(world.get("/v1/players/me/clan").as(bob).send().at("/clan").isMissingNode())
                .isTrue();
        assertThat(found(bob, "Ending", "ENDG", "open").status()).isEqualTo(201);
    }

    @Test
    void whoseClanBrokeOffInEndingIsFree() {
        String ann = login();
        String id = found(ann, "Half Ended", "HALF", "open").text("/id");
        String bob = login();
        join(bob, id);
        set(id, "HEAD", "ended", AttributeValue.fromN("1"));
        assertThat(world.get("/v1/players/" + bob).as(ann).send().at("/clan").isMissingNode())
                .isTrue();
        String other = found(ann, "Other Half", "OHLF", "open").text("/id");
        assertThat(join(bob, other).status()).isEqualTo(201);
        assertThat(disband(ann, id).status()).isEqualTo(204);
        assertThat(world.get("/v1/players/" + bob).as(ann).send().text("/clan/id"))
                .as("what is left of the old clan does not touch the new one")
                .isEqualTo(other);
    }

    // ---- discovery ----

    @Test
    void clansAreFound() {
        var own = World.open();
        String ann = login(own);
        for (String name : List.of("Zebra One", "Zebra Two", "zébra three", "Zoo"))
            found(own, login(own), name, name.substring(name.length() - 3), "open", "SE", 3);
        String by = found(own, login(own), "Zebra Request", "ZREQ", "request", "NO", 9).text("/id");
        String closed =
                found(own, login(own), "Zebra Closed", "ZCLO", "invite", "SE", 0).text("/id");
        assertThat(names(own, ann, "?q=zebra"))
                .containsExactly("Zebra Closed", "Zebra One", "Zebra Request", "Zebra Two");
        assertThat(names(own, ann, "?q=zreq")).containsExactly("Zebra Request");
        assertThat(names(own, ann, "?q=ZEBRA&open=true")).containsExactly("Zebra One", "Zebra Two");
        assertThat(names(own, ann, "?q=zebra&country=NO")).containsExactly("Zebra Request");
        assertThat(names(own, ann, "?q=zebra&language=pt")).isEmpty();
        assertThat(names(own, ann, ""))
                .hasSize(5)
                .startsWith("Zebra Request")
                .doesNotContain("Zebra Closed");
        assertThat(names(own, ann, "?level=3")).hasSize(4);
        assertThat(names(own, ann, "?language=pt")).isEmpty();
        var first = own.get("/v1/clans?limit=3").as(ann).send();
        var rest = own.get("/v1/clans?limit=3&cursor=" + first.text("/next")).as(ann).send();
        assertThat(first.at("/clans")).hasSize(3);
        assertThat(rest.at("/clans").findValuesAsText("name"))
                .containsExactly("Zebra Two", "Zebra One");
        var named = own.get("/v1/clans?q=zebra&limit=2").as(ann).send();
        assertThat(names(own, ann, "?q=zebra&limit=2&cursor=" + named.text("/next")))
                .containsExactly("Zebra Request", "Zebra Two");
        own.tables().set("Clans", "CLAN#" + by, "HEAD", "members", AttributeValue.fromN("100"));
        assertThat(names(own, ann, "")).as("full").doesNotContain("Zebra Request");
        assertThat(closed).isNotEmpty();
        for (String bad : List.of("?q=z", "?q=!", "?country=xx", "?language=EN", "?level=-1"))
            assertThat(own.get("/v1/clans" + bad).as(ann).send().outcome())
                    .isEqualTo("400 bad-input");
    }

    // ---- accounts ----

    @Test
    void aPlayersPlaceIsToldMovedAndForgotten() {
        var holding =
                new ClanHolding(new Aws(world.environment("RunJobs")), InstantSource.system());
        String ann = login();
        String id = found(ann, "Private", "PRIV", "open").text("/id");
        String other = found(login(), "Asked Of", "ASOF", "request").text("/id");
        String bob = login();
        join(bob, id);
        assertThat(holding.export(new PlayerId(bob)).toString()).contains(id);
        assertThat(world.get("/v1/players/me/export").as(ann).send().text("/clan/member/role"))
                .isEqualTo("leader");
        String cleo = login();
        for (int n = 0; n < 2; n++) holding.move(new PlayerId(ann), new PlayerId(cleo));
        assertThat(leaders(id)).containsExactly(cleo);
        assertThat(row(id, "HEAD").get("leader").s()).isEqualTo(cleo);
        assertThat(sizes(id)).isEqualTo(2);
        join(ann, other);
        for (int n = 0; n < 2; n++) holding.move(new PlayerId(ann), new PlayerId(cleo));
        assertThat(world.tables().rows("Clans").toString()).doesNotContain(ann);
        holding.move(new PlayerId(bob), new PlayerId(cleo));
        assertThat(sizes(id)).as("cleo has a seat").isEqualTo(1);
        for (int n = 0; n < 2; n++) holding.erase(new PlayerId(cleo));
        assertThat(world.get("/v1/clans/" + id).as(bob).send().outcome())
                .isEqualTo("404 not-found");
    }

    @Test
    void aWriteWhoseAnswerIsLostIsDoneOnce() {
        var losing = World.open();
        String ann = login(losing);
        String bob = login(losing);
        losing.losingAnswers();
        var made = found(losing, ann, "Lost Answers", "LOST", "open", "SE", 0);
        assertThat(made.status()).isEqualTo(201);
        String id = made.text("/id");
        assertThat(losing.post("/v1/clans/" + id + "/members", "{}").as(bob).send().status())
                .isIn(200, 201);
        assertThat(losing.get("/v1/clans/" + id).as(bob).send().text("/size")).isEqualTo("2");
        assertThat(
                        losing.call("DELETE", "/v1/clans/" + id + "/members/" + bob)
                                .as(bob)
                                .send()
                                .status())
                .isEqualTo(204);
        assertThat(losing.get("/v1/clans/" + id).as(ann).send().text("/size")).isEqualTo("1");
    }

    // ---- what the tests say for short ----

    private static List<String> names(World of, String player, String query) {
        var got = of.get("/v1/clans" + query).as(player).send();
        assertThat(got.status()).isEqualTo(200);
        return got.at("/clans").findValuesAsText("name");
    }

    private static Got found(String player, String name, String tag, String admission) {
        return found(world, player, name, tag, admission, "SE", 0);
    }

    private static Got found(
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

    private static Got join(String player, String clan) {
        return world.call("POST", "/v1/clans/" + clan + "/members").as(player).send();
    }

    private static Got invite(String by, String clan, String player) {
        return world.post(
                        "/v1/clans/" + clan + "/invitations",
                        "{\"playerId\":\"%s\"}".formatted(player))
                .as(by)
                .send();
    }

    private static Got accept(String by, String clan, String player) {
        return world.call("POST", "/v1/clans/" + clan + "/requests/" + player + "/accept")
                .as(by)
                .send();
    }

    private static void accept(String by, String clan, String player, String outcome) {
        assertThat(accept(by, clan, player).outcome()).isEqualTo(outcome);
    }

    private static Got appoint(String by, String clan, String player, String role) {
        return world.call("PUT", "/v1/clans/" + clan + "/members/" + player)
                .as(by)
                .json("{\"role\":\"%s\"}".formatted(role))
                .send();
    }

    private static Got remove(String by, String clan, String kind, String player) {
        return world.call("DELETE", "/v1/clans/" + clan + "/" + kind + "/" + player).as(by).send();
    }

    private static Got update(String by, String clan, String json) {
        return world.call("PATCH", "/v1/clans/" + clan).as(by).json(json).send();
    }

    private static Got disband(String by, String clan) {
        return world.call("DELETE", "/v1/clans/" + clan).as(by).send();
    }

    private static void seat(String clan, String player) {
        var member =
                new Member(new PlayerId(player), ClanRole.MEMBER, Instant.now(), Instant.now());
        var id = new ClanId(clan);
        world.tables().put("Clans", Rows.of(id, member).values());
        world.tables()
                .put("Clans", MembershipTable.key(member.player()).with("clan", clan).values());
    }

    private static Map<String, AttributeValue> row(String clan, String sk) {
        return world.tables().row("Clans", "CLAN#" + clan, sk);
    }

    private static void set(String clan, String sk, String name, AttributeValue value) {
        world.tables().set("Clans", "CLAN#" + clan, sk, name, value);
    }

    /// As counted and as written down, which must be the same.
    private static int sizes(String clan) {
        int size =
                (int)
                        world.tables().rows("Clans").stream()
                                .filter(row -> row.get("pk").s().equals("CLAN#" + clan))
                                .filter(row -> row.get("sk").s().startsWith("MEMBER#"))
                                .count();
        assertThat(row(clan, "HEAD").get("members").n()).isEqualTo("" + size);
        return size;
    }

    private static List<String> leaders(String clan) {
        return world.tables().rows("Clans").stream()
                .filter(row -> row.get("pk").s().equals("CLAN#" + clan))
                .filter(row -> row.containsKey("role") && row.get("role").s().equals("leader"))
                .map(row -> row.get("player").s())
                .toList();
    }

    private static void block(String word) {
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

    private static List<String> players(int count) {
        return Stream.generate(ClansTest::login).limit(count).toList();
    }

    private static String login() {
        return login(world);
    }

    /// A player with a profile, without the time that a login takes.
    private static String login(World of) {
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
                        List.of());
        of.tables().put("Players", ProfileTable.row(profile).values());
        return id;
    }
}
