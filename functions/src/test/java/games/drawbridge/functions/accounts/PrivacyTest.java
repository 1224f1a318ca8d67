package games.drawbridge.functions.accounts;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.Ledger;
import games.drawbridge.functions.testkit.MetaSigning;
import games.drawbridge.functions.testkit.TestContext;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.functions.wallet.WalletTable;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Transaction;
import games.drawbridge.model.wallet.Unit;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivacyTest {
    private final World world = World.open();

    @Test
    void everythingThatIsHeldIsTold() {
        String ann = login("ann");
        give(ann, 50);
        var export = world.get("/v1/players/me/export").as(ann).send();
        assertThat(export.status()).isEqualTo(200);
        assertThat(export.headers().get("content-disposition")).contains(ann + ".json");
        assertThat(export.text("/profile/playerId")).isEqualTo(ann);
        assertThat(export.at("/login/identities")).hasSize(1);
        assertThat(export.at("/login/sessions")).hasSize(1);
        assertThat(export.at("/wallet/balances/gold").asInt()).isEqualTo(50);
        assertThat(export.at("/wallet/entries")).hasSize(1);
        assertThat(export.at("/mail").isArray()).isTrue();
        assertThat(export.at("/rooms").isArray()).isTrue();
        assertThat(export.at("/bans").isArray()).isTrue();
        assertThat(world.get("/v1/players/me/export").as("ghost").send().outcome())
                .isEqualTo("404 not-found");
    }

    @Test
    void whoWantsToBeForgottenIsGone() {
        String ann = login("ann");
        give(ann, 50);
        var asked = world.call("DELETE", "/v1/players/me").as(ann).send();
        assertThat(asked.status()).isEqualTo(202);
        String code = asked.text("/confirmationCode");
        assertThat(asked.text("/url")).isEqualTo(World.ORIGIN + "/v1/facebook/deletion/" + code);
        assertThat(status(code).text("/status")).isEqualTo("pending");
        assertThat(world.get("/v1/players/me").as(ann).send().outcome()).isEqualTo("404 not-found");
        assertThat(world.login("ann", "s".repeat(32)).outcome()).isEqualTo("401 unauthorized");

        assertThat(run(ann)).isEmpty();
        assertThat(run(ann)).as("brought again").isEmpty();
        assertThat(status(code).text("/status")).isEqualTo("done");
        assertThat(page(code).body()).contains("Your data is deleted", code);
        assertThat(world.tables().rows("Players").toString()).doesNotContain("IDENTITY#");
        assertThat(world.tables().row("Players", "PLAYER#" + ann, "PROFILE")).isEmpty();
        var ledger = Ledger.of(world);
        ledger.holds();
        assertThat(ledger.balance(ann, "gold")).isZero();
        assertThat(world.login("ann", "s".repeat(32)).text("/playerId")).isNotEqualTo(ann);
    }

    @Test
    void whoAsksTwiceIsForgottenOnce() {
        String ann = login("ann");
        String first =
                world.call("DELETE", "/v1/players/me").as(ann).send().text("/confirmationCode");
        String second =
                world.call("DELETE", "/v1/players/me").as(ann).send().text("/confirmationCode");
        assertThat(second).isEqualTo(first);
    }

    @Test
    void aDeletionThatBrokeOffIsDoneByTheSweep() {
        String ann = login("ann");
        String code =
                world.call("DELETE", "/v1/players/me").as(ann).send().text("/confirmationCode");
        due(ann);
        sweep();
        assertThat(status(code).text("/status")).isEqualTo("done");
        give(ann, 3);
        sweep();
        assertThat(Ledger.of(world).balance(ann, "gold")).as("not due yet").isEqualTo(3);
        due(ann);
        sweep();
        assertThat(Ledger.of(world).balance(ann, "gold")).isZero();
        assertThat(world.tables().row("Players", "JOB#deletion#" + ann, "HEAD")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nobodyIsRidOfABanByBeingForgotten(boolean forGood) {
        String ann = login("ann");
        ban(ann, forGood ? null : Instant.now().plus(Duration.ofDays(1)));
        world.call("DELETE", "/v1/players/me").as(ann).send();
        for (int n = 0; n < 2; n++) assertThat(run(ann)).isEmpty();
        assertThat(world.tables().row("Players", "PLAYER#" + ann, "PROFILE")).isEmpty();
        assertThat(world.login("ann", "s".repeat(32)).outcome()).isEqualTo("403 banned");
        assertThat(world.tables().rows("Players"))
                .filteredOn(row -> row.get("pk").s().startsWith("IDENTITY#"))
                .singleElement()
                .satisfies(row -> assertThat(row.containsKey("expires")).isEqualTo(!forGood));

        world.call("DELETE", "/v1/admin/players/" + ann + "/bans/all?reason=mistake")
                .as("sam")
                .claim("roles", "[support]")
                .send();
        assertThat(login("ann")).isNotEqualTo(ann);
        assertThat(world.tables().rows("Players"))
                .noneMatch(row -> row.get("pk").s().equals("PLAYER#" + ann));
    }

    private void ban(String player, Instant until) {
        String end = until == null ? "" : ",\"until\":\"" + until + "\"";
        world.post(
                        "/v1/admin/players/" + player + "/bans",
                        "{\"scope\":\"all\",\"reason\":\"x\"" + end + "}")
                .as("sam")
                .claim("roles", "[support]")
                .send();
    }

    // ---- Facebook ----

    @Test
    void facebooksCallbackForgetsItsUser() {
        String ann = facebook("218471");
        var asked = callback("deletion", "218471");
        assertThat(asked.status()).isEqualTo(200);
        String code = asked.text("/confirmation_code");
        assertThat(asked.text("/url")).endsWith("/v1/facebook/deletion/" + code);
        assertThat(callback("deletion", "218471").text("/confirmation_code")).isEqualTo(code);
        run(ann);
        assertThat(status(code).text("/status")).isEqualTo("done");
        assertThat(facebook("218471")).isNotEqualTo(ann);
    }

    @Test
    void ofWhomNothingIsHeldThatIsTold() {
        String code = callback("deletion", "999").text("/confirmation_code");
        assertThat(status(code).text("/status")).isEqualTo("done");
    }

    @Test
    void whoLeavesTheGameOnFacebookIsLoggedOut() {
        String token = session("218472").text("/refreshToken");
        assertThat(callback("deauthorize", "218472").status()).isEqualTo(200);
        assertThat(callback("deauthorize", "218472").status()).isEqualTo(200);
        assertThat(callback("deauthorize", "0").status()).isEqualTo(200);
        var refused =
                world.post("/v1/login/refresh", "{\"refreshToken\":\"%s\"}".formatted(token))
                        .send();
        assertThat(refused.outcome()).isEqualTo("401 unauthorized");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    '',                          400 bad-input
                    other=1,                     400 bad-input
                    signed_request=,             401 unauthorized
                    signed_request=a.b,          401 unauthorized
                    signed_request=MDAwMDA.e30K, 401 unauthorized
                    """)
    void whatFacebookDidNotSignIsRefused(String form, String outcome) {
        for (String call : List.of("deletion", "deauthorize"))
            assertThat(world.call("POST", "/v1/facebook/" + call).form(form).send().outcome())
                    .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"aaaaaaaaaaaaaaaaaaaa", "x", "..%2f"})
    void nobodyFindsADeletionByTrying(String code) {
        assertThat(status(code).outcome()).isEqualTo("404 not-found");
    }

    private Got callback(String call, String user) {
        String payload =
                "{\"user_id\":\"%s\",\"algorithm\":\"HMAC-SHA256\",\"issued_at\":1291836800,\"expires\":1291840400}"
                        .formatted(user);
        String signed = MetaSigning.sign(payload.getBytes(UTF_8), World.FACEBOOK_SECRET);
        return world.call("POST", "/v1/facebook/" + call)
                .form("signed_request=" + encode(signed, UTF_8))
                .send();
    }

    private String facebook(String user) {
        return session(user).text("/playerId");
    }

    private Got session(String user) {
        String payload =
                "{\"algorithm\":\"HMAC-SHA256\",\"issued_at\":%d,\"user_id\":\"%s\"}"
                        .formatted(java.time.Instant.now().getEpochSecond(), user);
        String signed = MetaSigning.sign(payload.getBytes(UTF_8), World.FACEBOOK_SECRET);
        return world.post("/v1/login/facebook", "{\"signedRequest\":\"%s\"}".formatted(signed))
                .send();
    }

    private Got status(String code) {
        return world.get("/v1/facebook/deletion/" + code)
                .header("accept", "application/json")
                .send();
    }

    private Got page(String code) {
        return world.get("/v1/facebook/deletion/" + code).header("accept", "text/html").send();
    }

    /// As the stream brings the job's row.
    private List<?> run(String player) {
        var record = new DynamodbStreamRecord();
        record.setDynamodb(
                new StreamRecord()
                        .withSequenceNumber("1")
                        .withKeys(
                                Map.of(
                                        "pk",
                                        new AttributeValue("JOB#deletion#" + player),
                                        "sk",
                                        new AttributeValue("HEAD"))));
        var event = new DynamodbEvent();
        event.setRecords(List.of(record));
        return world.<DynamodbEvent, StreamsEventResponse>handler("RunJobs")
                .handleRequest(event, new TestContext("RunJobs"))
                .getBatchItemFailures();
    }

    private void due(String player) {
        world.tables()
                .set(
                        "Players",
                        "JOB#deletion#" + player,
                        "HEAD",
                        "due",
                        software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN("1"));
    }

    private void sweep() {
        world.<ScheduledEvent, Void>handler("SweepJobs")
                .handleRequest(new ScheduledEvent(), new TestContext("SweepJobs"));
    }

    private void give(String player, long gold) {
        new WalletTable(
                        new Aws(world.environment("ApplyEffects")),
                        InstantSource.system(),
                        new SecureRandom())
                .apply(
                        Transaction.prize(
                                "gift#" + System.nanoTime(),
                                new PlayerId(player),
                                new Unit("gold"),
                                gold));
    }

    private String login(String device) {
        return world.login(device, "s".repeat(32)).text("/playerId");
    }
}
