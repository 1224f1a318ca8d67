package games.drawbridge.functions.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionKeysTest {
    private static final Instant NOW = Instant.parse("2026-11-01T20:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);

    private int made;

    @Test
    void beginWithOneThatSignsAndOneThatWill() {
        assertThat(ids(SessionKeys.none().rotated(this::fresh, NOW))).containsExactly("k1", "k2");
    }

    @Test
    void theKeyThatSignsNextWasKnownForAWholeRotation() {
        var keys = SessionKeys.none().rotated(this::fresh, NOW);
        for (int month = 1; month <= 4; month++) {
            var known = ids(keys);
            keys = keys.rotated(this::fresh, NOW.plus(MONTH.multipliedBy(month)));
            assertThat(known).contains(keys.signing().getKeyID());
        }
    }

    @Test
    void theKeyThatSignedGoesOnToCheckUntilItsLastTokenIsOver() {
        var keys = SessionKeys.none().rotated(this::fresh, NOW).rotated(this::fresh, NOW);
        assertThat(ids(keys)).containsExactly("k2", "k3", "k1");
        var tokenEnds = NOW.plus(LoginLimits.ACCESS).plus(Duration.ofMinutes(5));
        assertThat(ids(keys.rotated(this::fresh, tokenEnds)))
                .containsExactly("k3", "k4", "k2", "k1");
        assertThat(ids(keys.rotated(this::fresh, NOW.plus(MONTH))))
                .containsExactly("k3", "k5", "k2");
    }

    @Test
    void onlyThePublicHalvesAreShown() {
        var keys = SessionKeys.none().rotated(this::fresh, NOW);
        assertThat(keys.published()).contains("\"n\"").doesNotContain("\"d\"", "\"p\"", "\"q\"");
        assertThat(keys).hasToString(keys.published());
        assertThat(SessionKeys.parse(keys.secret()).signing().isPrivate()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"keys\":[]}", "[]", "secret"})
    void areRefusedWhenTheyCannotSign(String text) {
        assertThatThrownBy(() -> SessionKeys.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void arePublicKeysNoKeysToSignWith() {
        var keys = SessionKeys.none().rotated(this::fresh, NOW);
        assertThatThrownBy(() -> SessionKeys.parse(keys.published()))
                .hasMessage("no JWK set that can sign");
    }

    private RSAKey fresh() {
        try {
            return new RSAKeyGenerator(2048).keyID("k" + ++made).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> ids(SessionKeys keys) {
        return keys.set().getKeys().stream().map(JWK::getKeyID).toList();
    }
}
