package games.drawbridge.functions.oidc;

import com.fasterxml.jackson.core.JacksonException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.json.JsonText;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The keys of one provider, as it published them within the last hour. A key that is not among
/// them is a reason to ask, but not more than once a minute.
final class ProviderKeys {
    private final OidcProvider provider;
    private final InstantSource clock;
    private @Nullable Documents documents;
    private @Nullable JWKSet known;
    private Instant readAt = Instant.EPOCH;
    private Instant triedAt = Instant.EPOCH;
    private Instant missedAt = Instant.EPOCH;

    ProviderKeys(OidcProvider provider, InstantSource clock) {
        this.provider = provider;
        this.clock = clock;
    }

    /// Empty when the provider has no such key, as far as may be asked.
    ///
    /// @throws Problem 503 when it cannot be asked and nothing is known
    synchronized Optional<JWK> find(String id) {
        Instant now = clock.instant();
        if (isOlder(readAt, OidcLimits.KEYS, now)) renew(now);
        var found = key(id);
        boolean asked = readAt.equals(now) || !isOlder(missedAt, OidcLimits.UNKNOWN_KEY, now);
        if (found.isPresent() || asked) return found;
        missedAt = now;
        ask(now);
        return key(id);
    }

    private void renew(Instant now) {
        var pause = known == null ? OidcLimits.NO_ANSWER : OidcLimits.UNKNOWN_KEY;
        if (isOlder(triedAt, pause, now)) ask(now);
        else if (known == null) throw unavailable(null);
    }

    private Optional<JWK> key(String id) {
        var keys = known;
        return keys == null ? Optional.empty() : Optional.ofNullable(keys.getKeyByKeyId(id));
    }

    private static boolean isOlder(Instant at, Duration age, Instant now) {
        return !at.plus(age).isAfter(now);
    }

    private void ask(Instant now) {
        triedAt = now;
        try {
            known = JWKSet.parse(documents().read(keysAddress()));
            readAt = now;
        } catch (IOException | ParseException | IllegalArgumentException wrong) {
            if (known != null && !isOlder(readAt, OidcLimits.STALE_KEYS, now)) return;
            known = null;
            throw unavailable(wrong);
        }
    }

    private Problem unavailable(@Nullable Exception why) {
        String detail = provider.name() + " does not answer";
        return why == null
                ? Problem.unavailable("provider-unavailable", detail)
                : Problem.unavailable("provider-unavailable", detail, why);
    }

    private URI keysAddress() throws IOException {
        try {
            var found = JsonText.strictly(documents().read(provider.discovery()));
            var address = URI.create(found.path("jwks_uri").asText());
            if (!provider.issuers().contains(found.path("issuer").asText()))
                throw new IOException("the discovery document is of another issuer");
            if (!OidcProvider.isTrusted(address)) throw new IOException("keys without https");
            return address;
        } catch (JacksonException wrong) {
            throw new IOException("the discovery document is no JSON", wrong);
        }
    }

    /// Made when first needed, so that a snapshot of the function holds no connection.
    private Documents documents() {
        var made = documents;
        if (made == null) documents = made = new Documents();
        return made;
    }
}
