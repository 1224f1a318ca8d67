package games.drawbridge.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.Call;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.Nodes;
import games.drawbridge.functions.testkit.Template;
import games.drawbridge.functions.testkit.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminTest {
    private final World world = World.open();

    // ---- who may ----

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    GET    | /v1/admin/players?name=ann             |                               | support
                    GET    | /v1/admin/players/ann                  |                               | support
                    POST   | /v1/admin/players/ann/bans             | {"scope":"all","reason":"x"}  | support
                    DELETE | /v1/admin/players/ann/bans/all?reason=x |                              | support
                    DELETE | /v1/admin/players/ann/sessions?reason=x |                              | support
                    GET    | /v1/admin/nodes                        |                               | support
                    POST   | /v1/admin/nodes/n1/drain               | {"reason":"x"}                | admin
                    POST   | /v1/admin/rooms/r1/close               | {"reason":"x"}                | support
                    PUT    | /v1/admin/players/ann/roles            | {"roles":[],"reason":"x"}     | admin
                    PUT    | /v1/admin/status                       | {"status":"open","reason":"x"} | admin
                    PUT    | /v1/admin/names                        | {"blocked":[],"reason":"x"}   | admin
                    GET    | /v1/admin/statements/2026-10           |                               | admin
                    POST   | /v1/admin/statements/2026-10           | {"reason":"x"}                | admin
                    PUT    | /v1/admin/affiliates/blog/contracts/2026-10 | {"share":1500,"minimum":5000,"reason":"x"} | admin
                    GET    | /v1/admin/audit                        |                               | admin
                    POST   | /v1/admin/store/catalogues             | {"reason":"x"}                | admin
                    DELETE | /v1/admin/store/catalogues/live?reason=x |                               | admin
                    GET    | /v1/admin/store/catalogues             |                               | admin
                    POST   | /v1/admin/store/catalogues/1/live      | {"reason":"x"}                | admin
                    GET    | /v1/admin/players/ann/wallet           |                               | support
                    GET    | /v1/admin/players/ann/wallet/entries   |                               | support
                    POST   | /v1/admin/players/ann/grants           | {"reason":"x"}                | support
                    """)
    void everyCallWantsItsRole(String method, String target, String body, String role) {
        for (String given : List.of("", "[player]", "[support]", "[admin]")) {
            var call = world.call(method, target).as("sam");
            if (!given.isEmpty()) call.claim("roles", given);
            if (body != null) call.json(body);
            boolean may = given.contains(role) || given.contains("admin");
            var got = call.send();
            if (may) assertThat(got.status()).as(given).isNotEqualTo(403);
            else assertThat(got.outcome()).as(given).isEqualTo("403 forbidden");
        }
        var lines = audit("subject=" + subject(target)).at("/entries");
        if (!subject(target).isEmpty())
            assertThat(lines.findValuesAsText("outcome")).contains("forbidden");
    }

    private static String subject(String target) {
        var parts = target.replaceAll("\\?.*", "").split("/");
        return parts.length > 4 ? parts[4] : "";
    }

    // ---- bans ----

    @Test
    void whoIsBannedComesInNowhere() {
        String token = login("ann").text("/refreshToken");
        String ann = login("ann").text("/playerId");
        var until = Instant.now().plus(Duration.ofDays(1));
        var ban = ban(ann, "all", "cheating", until);
        assertThat(ban.status()).isEqualTo(201);

        var refused = login("ann");
        assertThat(refused.outcome()).isEqualTo("403 banned");
        assertThat(refused.text("/detail")).isEqualTo("cheating");
        assertThat(refused.text("/scope")).isEqualTo("all");
        assertThat(Instant.parse(refused.text("/until")))
                .isBetween(until.minusSeconds(1), until.plusSeconds(1));
        assertThat(refresh(token).outcome()).isEqualTo("403 banned");
        assertThat(create(ann).outcome()).isEqualTo("403 banned");
        assertThat(join(ann).outcome()).isEqualTo("403 banned");

        assertThat(lift(ann, "all").status()).isEqualTo(204);
        assertThat(refresh(token).status()).as("the token is still good").isEqualTo(200);
        assertThat(login("ann").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    rooms,  200, 403 banned, true
                    chat,   200, 503 no-node, false
                    market, 200, 503 no-node, false
                    """)
    void aScopeIsAllThatABanIsAbout(String scope, String login, String room, boolean told) {
        String ann = login("ann").text("/playerId");
        ban(ann, scope, "spam", null);
        assertThat(login("ann").outcome()).isEqualTo(login);
        assertThat(create(ann).outcome()).isEqualTo(room);
        assertThat(world.tables().rows("Rooms").toString().contains("BANS")).isEqualTo(told);
    }

    @Test
    void nodesAreToldOfABanAndOfItsEnd() {
        String ann = login("ann").text("/playerId");
        ban(ann, "all", "x", null);
        ban(ann, "rooms", "x", null);
        lift(ann, "all");
        assertThat(told()).as("still banned from rooms").containsExactly(false, false);
        lift(ann, "rooms");
        assertThat(told()).containsExactly(false, false, true);
    }

    private List<Boolean> told() {
        return world.tables().rows("Rooms").stream()
                .filter(row -> row.get("pk").s().equals("BANS"))
                .sorted(java.util.Comparator.comparing(row -> row.get("sk").s()))
                .map(row -> row.containsKey("lifted"))
                .toList();
    }

    @Test
    void aBanThatIsOverHoldsNobodyBack() {
        String ann = login("ann").text("/playerId");
        ban(ann, "all", "x", null);
        world.tables()
                .set(
                        "Players",
                        "PLAYER#" + ann,
                        "BAN#all",
                        "until",
                        software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN("1"));
        assertThat(login("ann").status()).isEqualTo(200);
        assertThat(lift(ann, "all").outcome()).isEqualTo("404 not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    {"scope":"all"}                                            | reason must say why, in 1 to 500 characters
                    {"reason":"x"}                                             | scope is missing
                    {"scope":"life","reason":"x"}                              | scope must be all, chat, market, boards or rooms
                    {"scope":"all","reason":"x","until":"soon"}                | until must be an instant within the next ten years; without it the ban is for good
                    {"scope":"all","reason":"x","until":"2001-01-01T00:00:00Z"} | until must be an instant within the next ten years; without it the ban is for good
                    """)
    void aBanMustSayWhatAndWhy(String body, String detail) {
        String ann = login("ann").text("/playerId");
        var refused = support("POST", "/v1/admin/players/" + ann + "/bans").json(body).send();
        assertThat(refused.outcome()).isEqualTo("400 bad-input");
        assertThat(refused.text("/detail")).isEqualTo(detail);
        assertThat(login("ann").status()).isEqualTo(200);
    }

    // ---- looking ----

    @Test
    void aPlayerIsFoundByIdNameAndIdentity() {
        String ann = login("ann's phone").text("/playerId");
        world.call("PATCH", "/v1/players/me").as(ann).json("{\"name\":\"Zoë B.\"}").send();
        for (String query : List.of("id=" + ann, "name=zoë%20b", "identity=device:ann's%20phone"))
            assertThat(
                            support("GET", "/v1/admin/players?" + query)
                                    .send()
                                    .at("/players")
                                    .findValuesAsText("playerId"))
                    .as(query)
                    .containsExactly(ann);
        for (String query :
                List.of("id=nobody", "id=no%20id", "name=nobody", "identity=a:b", "x=1"))
            assertThat(support("GET", "/v1/admin/players?" + query).send().at("/players"))
                    .as(query)
                    .isEmpty();
        assertThat(support("GET", "/v1/admin/players?identity=what").send().outcome())
                .isEqualTo("400 bad-input");
    }

    @Test
    void supportSeesWhatAPlayerIs() {
        String ann = login("ann").text("/playerId");
        ban(ann, "chat", "spam", null);
        var seen = support("GET", "/v1/admin/players/" + ann).send();
        assertThat(seen.text("/player/playerId")).isEqualTo(ann);
        assertThat(seen.text("/identities/0/identity/provider")).isEqualTo("guest");
        assertThat(seen.at("/sessions")).hasSize(1);
        assertThat(seen.text("/bans/0/reason")).isEqualTo("spam");
        assertThat(support("GET", "/v1/admin/players/nobody").send().outcome())
                .isEqualTo("404 not-found");
    }

    @Test
    void supportLogsAPlayerOutEverywhere() {
        String token = login("ann").text("/refreshToken");
        String ann = login("ann").text("/playerId");
        var got = support("DELETE", "/v1/admin/players/" + ann + "/sessions?reason=stolen").send();
        assertThat(got.status()).isEqualTo(204);
        assertThat(refresh(token).outcome()).isEqualTo("401 unauthorized");
        assertThat(login("ann").status()).isEqualTo(200);
    }

    @Test
    void theNodesAreListed() {
        new Nodes(world).alive("n2", 3, 5);
        new Nodes(world).alive("n1", 1, 2);
        var nodes = support("GET", "/v1/admin/nodes").send().at("/nodes");
        assertThat(nodes.findValuesAsText("node")).containsExactly("n1", "n2");
        assertThat(nodes.findValuesAsText("players")).containsExactly("2", "5");
    }

    // ---- managing ----

    @Test
    void anAdminEmptiesANode() {
        var nodes = new Nodes(world);
        nodes.alive("n1", 3, 5);
        assertThat(drain("n1").outcome()).isEqualTo("409 last-node");
        nodes.draining("n2", 0, 0);
        assertThat(drain("n1").outcome()).isEqualTo("409 last-node");
        nodes.alive("n3", 0, 0);
        nodes.gone("n4");
        for (String missing : List.of("n4", "n5", "n%207"))
            assertThat(drain(missing).outcome()).as(missing).isEqualTo("404 not-found");
        assertThat(told("n1")).isFalse();

        for (int n = 0; n < 2; n++) assertThat(drain("n1").status()).isEqualTo(202);
        assertThat(told("n1")).isTrue();
        assertThat(told("n3")).isFalse();
        var lines = audit("subject=n1").at("/entries");
        assertThat(lines.get(0).at("/before/state").asText()).isEqualTo("ok");
        assertThat(lines.get(0).at("/after/state").asText()).isEqualTo("drain");
    }

    private Got drain(String node) {
        return admin("POST", "/v1/admin/nodes/" + node + "/drain")
                .json("{\"reason\":\"old host\"}")
                .send();
    }

    private boolean told(String node) {
        return world.tables().rows("Rooms").stream()
                .anyMatch(row -> row.get("sk").s().equals(node) && row.containsKey("drain"));
    }

    @Test
    void rolesAreInTheNextToken() throws Exception {
        String ann = login("ann").text("/playerId");
        var got =
                admin("PUT", "/v1/admin/players/" + ann + "/roles")
                        .json("{\"roles\":[\"support\"],\"reason\":\"joins us\"}")
                        .send();
        assertThat(got.at("/roles").toString()).isEqualTo("[\"support\"]");
        String token = login("ann").text("/accessToken");
        assertThat(
                        com.nimbusds.jwt.SignedJWT.parse(token)
                                .getJWTClaimsSet()
                                .getStringListClaim("roles"))
                .containsExactly("support");
        assertThat(
                        admin("PUT", "/v1/admin/players/" + ann + "/roles")
                                .json("{\"roles\":[\"god\"],\"reason\":\"x\"}")
                                .send()
                                .outcome())
                .isEqualTo("400 bad-input");
    }

    @Test
    void inAMaintenanceOnlySupportGoesToRooms() {
        String ann = login("ann").text("/playerId");
        var said =
                admin("PUT", "/v1/admin/status")
                        .json(
                                "{\"status\":\"maintenance\",\"message\":\"back at noon\",\"reason\":\"x\"}")
                        .send();
        assertThat(said.text("/status")).isEqualTo("maintenance");
        var refused = create(ann);
        assertThat(refused.outcome()).isEqualTo("503 maintenance");
        assertThat(refused.text("/detail")).isEqualTo("back at noon");
        assertThat(refused.headers()).containsKey("retry-after");
        assertThat(support("POST", "/v1/rooms").json("{\"kind\":\"relay\"}").send().outcome())
                .isEqualTo("503 no-node");
    }

    @Test
    void anAdminSaysWhatMayBeAName() {
        var said =
                admin("PUT", "/v1/admin/names")
                        .json("{\"unique\":true,\"blocked\":[\"troll\"],\"reason\":\"x\"}")
                        .send();
        assertThat(said.body()).isEqualTo("{\"unique\":true,\"blocked\":[\"troll\"]}");
        String ann = login("ann").text("/playerId");
        var refused =
                world.call("PATCH", "/v1/players/me").as(ann).json("{\"name\":\"Troll\"}").send();
        assertThat(refused.outcome()).isEqualTo("422 name-blocked");
    }

    // ---- the log ----

    @Test
    void everyCallIsInTheLogWithWhoWhatAndWhy() {
        String ann = login("ann").text("/playerId");
        ban(ann, "all", "cheating", null);
        support("GET", "/v1/admin/players/" + ann).send();
        support("DELETE", "/v1/admin/players/" + ann + "/bans/chat?reason=mistake").send();

        var entries = audit("subject=" + ann).at("/entries");
        assertThat(entries.findValuesAsText("what"))
                .containsExactly("LiftBan", "LiftBan", "ShowPlayer", "BanPlayer", "BanPlayer");
        assertThat(entries.findValuesAsText("outcome"))
                .containsExactly("not-found", "begun", "done", "done", "begun");
        assertThat(entries.findValuesAsText("who")).containsOnly("sam");
        var banned = entries.get(3);
        assertThat(banned.get("why").asText()).isEqualTo("cheating");
        assertThat(banned.get("before").toString()).isEqualTo("[]");
        assertThat(banned.at("/after/reason").asText()).isEqualTo("cheating");
    }

    @Test
    void theLogIsReadInPages() {
        for (int n = 0; n < 5; n++) support("GET", "/v1/admin/nodes").send();
        var first = audit("limit=3");
        var second = audit("limit=3&cursor=" + first.text("/next"));
        assertThat(first.at("/entries")).hasSize(3);
        assertThat(second.at("/entries")).hasSize(2);
        assertThat(first.at("/entries").findValuesAsText("call"))
                .doesNotContainAnyElementsOf(second.at("/entries").findValuesAsText("call"));
        assertThat(audit("day=2001-01-01").at("/entries")).isEmpty();
        assertThat(audit("day=yesterday").outcome()).isEqualTo("400 bad-input");
    }

    @Test
    void noFunctionMayChangeTheLog() {
        var template = Template.read();
        for (String function : template.functions())
            for (var grant : template.grants(function))
                if (grant.resources().toString().contains("Audit"))
                    assertThat(grant.actions())
                            .as(function)
                            .isSubsetOf("dynamodb:PutItem", "dynamodb:Query");
    }

    private Got audit(String query) {
        return admin("GET", "/v1/admin/audit?" + query).send();
    }

    private Got ban(String player, String scope, String reason, Instant until) {
        String end = until == null ? "" : ",\"until\":\"" + until + "\"";
        return support("POST", "/v1/admin/players/" + player + "/bans")
                .json("{\"scope\":\"%s\",\"reason\":\"%s\"%s}".formatted(scope, reason, end))
                .send();
    }

    private Got lift(String player, String scope) {
        return support("DELETE", "/v1/admin/players/%s/bans/%s?reason=x".formatted(player, scope))
                .send();
    }

    private Call support(String method, String target) {
        return world.call(method, target).as("sam").claim("roles", "[support]");
    }

    private Call admin(String method, String target) {
        return world.call(method, target).as("ada").claim("roles", "[admin]");
    }

    private Got create(String player) {
        return world.post("/v1/rooms", "{\"kind\":\"relay\"}").as(player).send();
    }

    private Got join(String player) {
        return world.post("/v1/rooms/room/join", "{}").as(player).send();
    }

    private Got refresh(String token) {
        return world.post("/v1/login/refresh", "{\"refreshToken\":\"%s\"}".formatted(token)).send();
    }

    private Got login(String device) {
        return world.login(device, "s".repeat(32));
    }
}
