package games.drawbridge.functions.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.leaderboard.Scores;
import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.Ledger;
import games.drawbridge.functions.testkit.MetaSigning;
import games.drawbridge.functions.testkit.OidcProviderDouble;
import games.drawbridge.functions.testkit.Stream;
import games.drawbridge.functions.testkit.TestContext;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.functions.wallet.WalletTable;
import games.drawbridge.model.games.FourInARow;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.wallet.Transaction;
import games.drawbridge.model.wallet.Unit;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class LinkTest {
    private static final AtomicInteger ids = new AtomicInteger(70_000);
    private static final OidcProviderDouble oidc = new OidcProviderDouble();
    private static final World world =
            World.open(
                    Map.of(
                            "OidcProviders",
                            oidc.line(),
                            "LoginsPerAddress",
                            "100000",
                            "RegistrationsPerAddress",
                            "100000"));

    private final String device = "device-" + ids.incrementAndGet();
    private final String user = "" + ids.incrementAndGet();
    private final String name = "ann-" + ids.incrementAndGet();

    @AfterAll
    static void close() {
        oidc.close();
    }

    @Test
    void aGuestLinkedToOthersIsTheSameByEach() {
        String ann = guest(device).text("/playerId");
        assertThat(link(ann, facebook(user)).at("/identities").toString())
                .isEqualTo("[\"guest\",\"facebook\"]");
        assertThat(link(ann, oidc(name)).at("/identities").toString())
                .isEqualTo("[\"guest\",\"facebook\",\"test\"]");

        assertThat(guest(device).text("/playerId")).isEqualTo(ann);
        var canvas = login("facebook", facebook(user));
        assertThat(canvas.text("/playerId")).isEqualTo(ann);
        assertThat(canvas.at("/newPlayer").asBoolean()).isFalse();
        assertThat(login("oidc/test", oidc(name)).text("/playerId")).isEqualTo(ann);
        assertThat(me(ann).at("/identities").toString())
                .isEqualTo("[\"guest\",\"facebook\",\"test\"]");
    }

    @Test
    void whatLeadsToTheCallerAlreadyIsNoError() {
        String ann = guest(device).text("/playerId");
        link(ann, facebook(user));
        assertThat(link(ann, facebook(user)).at("/identities").toString())
                .isEqualTo("[\"guest\",\"facebook\"]");
    }

    @Test
    void aSecondDeviceLeadsToTheSamePlayer() {
        String ann = guest(device).text("/playerId");
        String body =
                "\"provider\":\"guest\",\"deviceId\":\"%s-tablet\",\"secret\":\"%s\""
                        .formatted(device, "t".repeat(32));
        assertThat(link(ann, body).at("/identities").toString()).isEqualTo("[\"guest\"]");
        assertThat(world.login(device + "-tablet", "t".repeat(32)).text("/playerId"))
                .isEqualTo(ann);
        assertThat(world.login(device + "-tablet", "x".repeat(32)).outcome())
                .isEqualTo("401 unauthorized");
    }

    @Test
    void anotherPlayersDeviceIsNotLinkedWithoutItsSecret() {
        String ann = guest(device).text("/playerId");
        guest(device + "-2");
        String body =
                "\"provider\":\"guest\",\"deviceId\":\"%s-2\",\"secret\":\"%s\""
                        .formatted(device, "x".repeat(32));
        assertThat(link(ann, body).outcome()).isEqualTo("401 unauthorized");
    }

    @Test
    void anIdentityGoesButNeverTheLast() {
        String ann = guest(device).text("/playerId");
        assertThat(unlink(ann, "guest").outcome()).isEqualTo("409 last-identity");
        assertThat(unlink(ann, "facebook").outcome()).isEqualTo("404 not-found");
        link(ann, facebook(user));
        assertThat(unlink(ann, "guest").at("/identities").toString()).isEqualTo("[\"facebook\"]");
        assertThat(unlink(ann, "facebook").outcome()).isEqualTo("409 last-identity");
        assertThat(login("facebook", facebook(user)).text("/playerId")).isEqualTo(ann);
        assertThat(guest(device).text("/playerId")).isNotEqualTo(ann);
    }

    @Test
    void ofTwoWaysThatGoAtOnceOneStays() {
        String ann = guest(device).text("/playerId");
        link(ann, facebook(user));
        var answers = AtOnce.times(2, n -> unlink(ann, n == 0 ? "guest" : "facebook").outcome());
        assertThat(answers).containsExactlyInAnyOrder("200", "409 last-identity");
    }

    @Test
    void ofManyWhoLinkTheSameAtOnceOneGetsIt() {
        var players =
                java.util.stream.IntStream.range(0, 5)
                        .mapToObj(n -> guest(device + n).text("/playerId"))
                        .toList();
        var outcomes = AtOnce.times(5, n -> link(players.get(n), facebook(user)).outcome());
        assertThat(outcomes)
                .containsOnlyOnce("200")
                .filteredOn("409 identity-taken"::equals)
                .hasSize(4);
    }

    // ---- merge ----

    @Test
    void anotherPlayersIdentityIsTakenAndBothMayBecomeOne() {
        String old = login("facebook", facebook(user)).text("/playerId");
        give(old, "gold", 70);
        give(old, "item:disc-blue", 1);
        score(old, 3);
        String ann = guest(device).text("/playerId");
        give(ann, "gold", 5);
        score(ann, 2);

        var taken = link(ann, facebook(user));
        assertThat(taken.outcome()).isEqualTo("409 identity-taken");
        assertThat(taken.text("/merge/player/playerId")).isEqualTo(old);
        String offer = taken.text("/merge/offer");

        for (int n = 0; n < 3; n++) {
            var merged = merge(ann, offer);
            assertThat(merged.status()).isEqualTo(200);
            assertThat(merged.at("/identities").toString()).isEqualTo("[\"guest\",\"facebook\"]");
        }
        var ledger = Ledger.of(world);
        ledger.holds();
        assertThat(ledger.balance(ann, "gold")).isEqualTo(75);
        assertThat(ledger.balance(ann, "item:disc-blue")).isEqualTo(1);
        assertThat(ledger.balance(old, "gold")).isZero();
        new Stream(world).bring();
        var board = world.get("/v1/leaderboards/four-in-a-row/players/" + ann).as(ann).send();
        assertThat(board.at("/score").asInt()).isEqualTo(5);
        assertThat(
                        world.get("/v1/leaderboards/four-in-a-row/players/" + old)
                                .as(ann)
                                .send()
                                .outcome())
                .isEqualTo("404 not-ranked");

        assertThat(login("facebook", facebook(user)).text("/playerId")).isEqualTo(ann);
        assertThat(world.get("/v1/players/" + old).as(ann).send().outcome())
                .isEqualTo("404 not-found");
    }

    @Test
    void whatComesLateForThePlayerWhoIsGoneComesOverAsWell() {
        String old = login("facebook", facebook(user)).text("/playerId");
        String ann = guest(device).text("/playerId");
        merge(ann, link(ann, facebook(user)).text("/merge/offer"));
        give(old, "gold", 7);
        world.tables().set("Players", "JOB#merge#" + old, "HEAD", "due", AttributeValue.fromN("1"));
        sweep();
        assertThat(Ledger.of(world).balance(ann, "gold")).isEqualTo(7);
        assertThat(world.tables().row("Players", "JOB#merge#" + old, "HEAD")).isEmpty();
    }

    @Test
    void theSessionsOfThePlayerWhoIsGoneEnd() {
        String token = login("facebook", facebook(user)).text("/refreshToken");
        String ann = guest(device).text("/playerId");
        merge(ann, link(ann, facebook(user)).text("/merge/offer"));
        var refused =
                world.post("/v1/login/refresh", "{\"refreshToken\":\"%s\"}".formatted(token))
                        .send();
        assertThat(refused.outcome()).isEqualTo("401 unauthorized");
    }

    @Test
    void thereIsNoOfferWhereAProviderKnowsBothAsTwo() {
        String ann = login("facebook", facebook(user + "1")).text("/playerId");
        login("facebook", facebook(user + "2"));
        var taken = link(ann, facebook(user + "2"));
        assertThat(taken.outcome()).isEqualTo("409 identity-taken");
        assertThat(taken.at("/merge").isMissingNode()).isTrue();
    }

    @Test
    void anOfferIsForItsPlayerOnlyAndCannotBeMadeUp() {
        login("facebook", facebook(user));
        String ann = guest(device).text("/playerId");
        String eve = guest(device + "-eve").text("/playerId");
        String offer = link(ann, facebook(user)).text("/merge/offer");
        assertThat(merge(eve, offer).outcome()).isEqualTo("422 no-such-offer");
        String other = (offer.startsWith("x") ? "y" : "x") + offer.substring(1);
        assertThat(merge(ann, other).outcome()).isEqualTo("422 no-such-offer");
        assertThat(merge(ann, ann + "." + eve + ".9999999999." + "A".repeat(43)).outcome())
                .isEqualTo("422 no-such-offer");
    }

    private static void give(String player, String unit, long amount) {
        var wallets =
                new WalletTable(
                        new Aws(world.environment("ApplyEffects")),
                        InstantSource.system(),
                        new SecureRandom());
        wallets.apply(
                Transaction.prize(
                        "gift#" + ids.incrementAndGet(),
                        new PlayerId(player),
                        new Unit(unit),
                        amount));
    }

    private static void score(String player, long points) {
        var aws = new Aws(world.environment("ApplyEffects"));
        var scores = new Scores(aws, InstantSource.system(), new SecureRandom());
        scores.count(
                new Effect.Score(FourInARow.BOARD, new PlayerId(player), points),
                "test#" + ids.incrementAndGet(),
                Instant.now());
    }

    private static void sweep() {
        world.<ScheduledEvent, Void>handler("SweepJobs")
                .handleRequest(new ScheduledEvent(), new TestContext("SweepJobs"));
    }

    private static Got guest(String device) {
        return world.login(device, "s".repeat(32));
    }

    private static Got me(String player) {
        return world.get("/v1/players/me").as(player).send();
    }

    private static Got link(String player, String body) {
        return world.post("/v1/login/link", "{" + body + "}").as(player).send();
    }

    private static Got unlink(String player, String provider) {
        return world.call("DELETE", "/v1/login/link/" + provider).as(player).send();
    }

    private static Got merge(String player, String offer) {
        return world.post("/v1/login/merge", "{\"offer\":\"%s\"}".formatted(offer))
                .as(player)
                .send();
    }

    private static Got login(String provider, String body) {
        return world.post("/v1/login/" + provider, "{" + body + "}").send();
    }

    private static String facebook(String user) {
        String payload =
                "{\"algorithm\":\"HMAC-SHA256\",\"issued_at\":%d,\"user_id\":\"%s\"}"
                        .formatted(Instant.now().getEpochSecond(), user);
        String signed = MetaSigning.sign(payload.getBytes(UTF_8), World.FACEBOOK_SECRET);
        return "\"provider\":\"facebook\",\"signedRequest\":\"%s\"".formatted(signed);
    }

    private static String oidc(String name) {
        String nonce = "nonce-" + ids.incrementAndGet();
        return "\"provider\":\"oidc/test\",\"idToken\":\"%s\",\"nonce\":\"%s\""
                .formatted(oidc.token(name, nonce), nonce);
    }
}
