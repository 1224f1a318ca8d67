package games.drawbridge.functions.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.OidcProviderDouble;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.player.PlayerId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {
    private static final PlayerId ANN = new PlayerId("ann");
    private static final PlayerId BOB = new PlayerId("bob");
    private static final OidcProviderDouble oidc = new OidcProviderDouble();
    private static final World world = World.open(Map.of("OidcProviders", oidc.line()));

    private final AddressTable addresses = new AddressTable(new Aws(world.environment("RunJobs")));
    private final Instant now = Instant.ofEpochMilli(Instant.now().toEpochMilli());

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    kim@example.com, true,   true
                    kim@example.com, 'true', true
                    kim@example.com, false,  false
                    kim@example.com, ,       false
                    no address,      true,   false
                    """)
    void aVerifiedClaimIsNotedAndNoOther(String email, String verified, boolean noted) {
        String subject = email + verified;
        var claims = oidc.claims(subject, "").claim("email", email);
        if (verified != null) claims.claim("email_verified", Boolean.valueOf(verified));
        var player = new PlayerId(login(claims, subject).text("/playerId"));
        if (!noted) assertThat(addresses.of(player)).isEmpty();
        else
            assertThat(addresses.of(player))
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.address().value()).isEqualTo(email);
                        assertThat(it.source()).isEqualTo("test");
                        assertThat(it.verified()).isTrue();
                    });
        addresses.erase(player);
    }

    @Test
    void supportFindsPlayersByWhatTheyGaveWhenTheyPaid() {
        String ann = world.login("ann's", "s".repeat(32)).text("/playerId");
        String bob = world.login("bob's", "s".repeat(32)).text("/playerId");
        for (String each : new String[] {ann, bob})
            note(new PlayerId(each), "Family@example.com", "checkout", false, now);
        var found = find("family@EXAMPLE.com");
        assertThat(found.at("/players").findValuesAsText("playerId"))
                .containsExactlyInAnyOrder(ann, bob);
        assertThat(find("nobody@example.com").at("/players")).isEmpty();
        assertThat(find("nothing").at("/players")).isEmpty();
        assertThat(world.tables().rows("Audit").toString())
                .contains("email:" + new EmailAddress("family@example.com").hash())
                .doesNotContainIgnoringCase("family@example.com");
    }

    @Test
    void whatIsKnownToWorkStandsFirstThenTheNewest() {
        note(ANN, "old@example.com", "google", true, now.minus(Duration.ofDays(9)));
        note(ANN, "paid@example.com", "checkout", false, now);
        note(ANN, "new@example.com", "mailing", true, now.minus(Duration.ofDays(1)));
        note(ANN, "paid@example.com", "checkout", false, now);
        assertThat(texts(ANN))
                .containsExactly("new@example.com", "old@example.com", "paid@example.com");
        note(ANN, "old@example.com", "checkout", false, now);
        assertThat(addresses.of(ANN).getFirst())
                .as("verified it stays, and who told it first")
                .isEqualTo(new GivenAddress(address("old@example.com"), "google", true, now));
        addresses.erase(ANN);
        assertThat(addresses.of(ANN)).isEmpty();
    }

    @Test
    void ofTooManyTheOneGoesThatWasToldLongestAgo() {
        for (int n = 0; n < EmailLimits.ADDRESSES + 2; n++)
            note(BOB, "b" + n + "@example.com", "checkout", false, now.plusMillis(n));
        assertThat(texts(BOB))
                .hasSize(EmailLimits.ADDRESSES)
                .doesNotContain("b0@example.com", "b1@example.com")
                .contains("b2@example.com");
        addresses.erase(BOB);
    }

    @Test
    void addressesGoWithTheirPlayerHoweverOftenItIsAsked() {
        var kim = new PlayerId("kim");
        var lee = new PlayerId("lee");
        note(kim, "both@example.com", "google", true, now);
        note(kim, "kim@example.com", "checkout", false, now);
        note(lee, "Both@example.com", "checkout", false, now);
        AtOnce.times(3, _ -> move(kim, lee));
        move(kim, lee);
        assertThat(texts(kim)).isEmpty();
        assertThat(texts(lee)).containsExactlyInAnyOrder("both@example.com", "kim@example.com");
        assertThat(addresses.of(lee).getFirst().verified()).isTrue();
        for (int n = 0; n < 2; n++) addresses.erase(lee);
        assertThat(world.tables().rows("Players").toString()).doesNotContain("kim@example.com");
    }

    @Test
    void thePlayerIsToldOfThem() {
        String eve = world.login("eve's", "s".repeat(32)).text("/playerId");
        note(new PlayerId(eve), "eve@example.com", "checkout", false, now);
        var export = world.get("/v1/players/me/export").as(eve).send();
        assertThat(export.text("/emailAddresses/0/address")).isEqualTo("eve@example.com");
        assertThat(export.text("/emailAddresses/0/source")).isEqualTo("checkout");
    }

    private boolean move(PlayerId from, PlayerId into) {
        addresses.move(from, into);
        return true;
    }

    private void note(PlayerId player, String email, String source, boolean verified, Instant at) {
        addresses.note(player, address(email), source, verified, at);
    }

    private List<String> texts(PlayerId player) {
        return addresses.of(player).stream().map(it -> it.address().value()).toList();
    }

    private static EmailAddress address(String text) {
        return new EmailAddress(text);
    }

    private static Got find(String email) {
        return world.get("/v1/admin/players?email=" + email)
                .as("sam")
                .claim("roles", "[support]")
                .send();
    }

    private static Got login(JWTClaimsSet.Builder claims, String subject) {
        String nonce = world.get("/v1/login/nonce").send().text("/nonce");
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(oidc.signing().getKeyID()).build();
        String token =
                OidcProviderDouble.sign(
                        header,
                        claims.subject(subject).claim("nonce", nonce).build(),
                        oidc.signing());
        return world.post(
                        "/v1/login/oidc/test",
                        "{\"idToken\":\"%s\",\"nonce\":\"%s\"}".formatted(token, nonce))
                .send();
    }
}
