package games.drawbridge.functions.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.Seal;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.MetaSigning;
import games.drawbridge.functions.testkit.OidcProviderDouble;
import games.drawbridge.functions.testkit.World;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class AbuseTest {
    private static final String SECRET = "s".repeat(32);

    /// Of a nonce, and as many of a refresh token: ten thousand replays.
    private static final int USES = 5_000;

    private static final Map<String, String> WIDE =
            Map.of("LoginsPerAddress", "1000000", "RegistrationsPerAddress", "1000000");

    // ---- rates ----

    @Test
    void whoGuessesASecretIsSoonToldToWait() {
        withinAMinute(() -> {
            var world = World.open(WIDE);
            world.login("device", SECRET);
            var answers = guesses(world, 100);
            assertThat(answers.stream().filter(answer -> answer.status() == 401)).hasSize(29);
            var last = answers.getLast();
            assertThat(last.outcome()).isEqualTo("429 rate");
            assertThat(Integer.parseInt(last.headers().get("retry-after"))).isBetween(1, 60);
            assertThat(world.login("device", SECRET).outcome())
                    .as("the right secret as well")
                    .isEqualTo("429 rate");
            assertThat(world.login("another device", SECRET).status()).isEqualTo(200);
        });
    }

    private static List<Got> guesses(World world, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> world.login("device", "x".repeat(32) + n))
                .toList();
    }

    @Test
    void whoGoesOnCostsNoMoreWrites() {
        withinAMinute(() -> {
            var world = World.open(WIDE);
            guesses(world, 70);
            long before = writes(world);
            guesses(world, 50);
            assertThat(writes(world) - before)
                    .as("only the address is still counted")
                    .isEqualTo(50);
        });
    }

    private static long writes(World world) {
        return world.calls().stream().filter("GuestLogin UpdateItem"::equals).count();
    }

    @Test
    void anAddressMayLogInSoManyTimesWhoeverItIs() {
        withinAMinute(() -> {
            var world =
                    World.open(Map.of("LoginsPerAddress", "5", "RegistrationsPerAddress", "100"));
            var outcomes =
                    IntStream.range(0, 11)
                            .mapToObj(n -> from(world, "198.51.100.7", "d" + n))
                            .toList();
            assertThat(outcomes).startsWith("200").endsWith("429 rate");
            assertThat(outcomes).filteredOn("200"::equals).hasSize(5);
            assertThat(from(world, "198.51.100.8", "d")).isEqualTo("200");
        });
    }

    @Test
    void anAddressMakesSoManyPlayersAndKnownOnesComeInAfterThat() {
        withinAMinute(() -> {
            var world =
                    World.open(Map.of("LoginsPerAddress", "1000", "RegistrationsPerAddress", "3"));
            var outcomes =
                    IntStream.range(0, 7)
                            .mapToObj(n -> from(world, "198.51.100.7", "d" + n))
                            .toList();
            assertThat(outcomes).last().isEqualTo("429 rate");
            assertThat(from(world, "198.51.100.7", "d0")).isEqualTo("200");
        });
    }

    /// Rates are counted by the clock's minutes: what failed because a new one began is done again.
    private static void withinAMinute(Runnable test) {
        while (true) {
            long minute = minute();
            try {
                test.run();
                return;
            } catch (AssertionError wrong) {
                if (minute() == minute) throw wrong;
            }
        }
    }

    private static long minute() {
        return Instant.now().getEpochSecond() / 60;
    }

    private static String from(World world, String address, String device) {
        return world.post(
                        "/v1/login/guest",
                        "{\"deviceId\":\"%s\",\"secret\":\"%s\"}".formatted(device, SECRET))
                .from(address)
                .send()
                .outcome();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    203.0.113.9,                      203.0.113.9
                    2001:db8:1:2:3:4:5:6,             2001:db8:1:2
                    2001:db8:1:2:ffff::1,             2001:db8:1:2
                    2001:db8::1,                      2001:db8:0:0
                    ::1,                              0:0:0:0
                    """)
    void aHouseholdIsOneAddress(String address, String network) {
        assertThat(Network.of(address)).isEqualTo(network);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    192.0.2.1                           | 192.0.2.1
                    6.6.6.6, 203.0.113.9, 192.0.2.1     | 203.0.113.9
                    6.6.6.6, 203.0.113.9                | 203.0.113.9
                    """)
    void theAddressIsWhatTheLastOneBetweenSaw(String forwarded, String counted) {
        var world = World.open(Map.of("LoginsPerAddress", "1"));
        world.post("/v1/login/guest", "{}").header("x-forwarded-for", forwarded).send();
        String hash = games.drawbridge.functions.Digest.sha256(counted);
        assertThat(world.tables().rows("Players"))
                .anyMatch(row -> row.get("pk").s().startsWith("RATE#address#" + hash));
    }

    // ---- replays ----

    @Test
    void replaysAreRefusedByEveryCall() {
        try (var oidc = new OidcProviderDouble()) {
            var more = new HashMap<>(WIDE);
            more.put("OidcProviders", oidc.line());
            var world = World.open(more);
            String nonce = world.get("/v1/login/nonce").send().text("/nonce");
            String info =
                    sign(
                            "\"issued_at\":%d,\"player_id\":\"5001\",\"request_payload\":\"%s\""
                                    .formatted(Instant.now().getEpochSecond(), nonce));
            refused(world, "/v1/login/instant", "{\"signedPlayerInfo\":\"%s\"}".formatted(info));
            refused(
                    world,
                    "/v1/login/oidc/test",
                    "{\"idToken\":\"%s\",\"nonce\":\"own\"}".formatted(oidc.token("ann", "own")));
            String token = world.login("device", SECRET).text("/refreshToken");
            refused(world, "/v1/login/refresh", "{\"refreshToken\":\"%s\"}".formatted(token));
        }
    }

    /// The first is good, and none of the others.
    private static void refused(World world, String call, String body) {
        assertThat(world.post(call, body).send().status()).as(call).isEqualTo(200);
        var statuses = AtOnce.times(100, _ -> world.post(call, body).send().status());
        assertThat(statuses).as(call).isSubsetOf(401, 429);
    }

    @Test
    void ofFiveThousandUsesOfANonceOneCounts() {
        var world = World.open();
        var nonces = new Nonces(new Aws(world.environment("InstantLogin")), InstantSource.system());
        String nonce = nonces.issue().nonce();
        assertThat(counted(() -> nonces.use(nonce))).isEqualTo(1);
    }

    @Test
    void ofFiveThousandUsesOfARefreshTokenOneCounts() {
        var world = World.open();
        var first = RefreshToken.parse(world.login("device", SECRET).text("/refreshToken"));
        var sessions =
                new Sessions(new Aws(world.environment("RefreshSession")), InstantSource.system());
        assertThat(counted(() -> sessions.renew(first.orElseThrow()).orElseThrow())).isEqualTo(1);
    }

    private static long counted(Runnable use) {
        return AtOnce.times(USES, 50, _ -> succeeds(use)).stream()
                .filter(Boolean::booleanValue)
                .count();
    }

    private static boolean succeeds(Runnable use) {
        try {
            use.run();
            return true;
        } catch (Problem | NoSuchElementException _) {
            return false;
        }
    }

    // ---- secrets ----

    @Test
    void noSecretComesIntoALogWhateverGoesWrong() {
        var world = World.open(WIDE);
        var session = world.login("device-in-no-log", SECRET);
        String token = session.text("/refreshToken");
        String player = session.text("/playerId");
        world.tables()
                .set(
                        "Players",
                        "PLAYER#" + player,
                        "PROFILE",
                        "createdAt",
                        AttributeValue.fromS("broken"));
        var faults =
                List.of(
                        world.login("device-in-no-log", SECRET),
                        world.post(
                                        "/v1/login/refresh",
                                        "{\"refreshToken\":\"%s\"}".formatted(token))
                                .send());
        for (var fault : faults) {
            assertThat(fault.outcome()).isEqualTo("500 internal");
            assertThat(fault.log()).isNotEmpty();
            assertThat(fault.log() + fault.body())
                    .doesNotContain(SECRET, "device-in-no-log", token, World.FACEBOOK_SECRET)
                    .doesNotContain(token.substring(token.indexOf('.') + 1));
        }
    }

    @Test
    void whatHoldsSecretsDoesNotSayThem() {
        var token = new RefreshToken("f".repeat(22), "t".repeat(43));
        assertThat(List.of(new GuestSecret(SECRET), token, new Seal(SECRET)).toString())
                .doesNotContain(SECRET, token.family(), token.secret());
    }

    @Test
    void aKnownDeviceAndAnUnknownOneAreRefusedAlike() {
        var world = World.open(WIDE);
        world.login("known", SECRET);
        var known = world.login("known", "x".repeat(32));
        assertThat(known.text("/detail")).isEqualTo("device and secret do not belong together");
        String never = "{\"refreshToken\":\"%s\"}".formatted("A".repeat(22) + "." + "A".repeat(43));
        var unknown = world.post("/v1/login/refresh", never).send();
        String token = world.login("known", SECRET).text("/refreshToken");
        String wrong =
                "{\"refreshToken\":\"%s\"}".formatted(token.substring(0, 23) + "A".repeat(43));
        var used = world.post("/v1/login/refresh", wrong).send();
        assertThat(used.body()).isEqualTo(unknown.body());
    }

    private static String sign(String fields) {
        String payload = "{\"algorithm\":\"HMAC-SHA256\"," + fields + "}";
        return MetaSigning.sign(payload.getBytes(UTF_8), World.FACEBOOK_SECRET);
    }
}
