package games.drawbridge.functions.login;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;

/// The keys of access tokens, as a private JWK set. The first signs. The second is known to all who
/// check tokens long before it signs, because they may keep what they know for hours: it takes over
/// at the next rotation. The others are retired (`exp` says until when) and only check.
record SessionKeys(JWKSet set) {
    /// The one that signs and the one that will.
    private static final int ACTIVE = 2;

    /// @throws IllegalArgumentException when it is no JWK set that can sign
    static SessionKeys parse(String json) {
        try {
            var keys = new SessionKeys(JWKSet.parse(json));
            if (keys.signing().isPrivate()) return keys;
        } catch (ParseException _) {
            // its message might quote the keys
        }
        throw new IllegalArgumentException("no JWK set that can sign");
    }

    static SessionKeys none() {
        return new SessionKeys(new JWKSet());
    }

    RSAKey signing() {
        return set.getKeys().stream()
                .filter(key -> KeyUse.SIGNATURE.equals(key.getKeyUse()))
                .findFirst()
                .map(JWK::toRSAKey)
                .orElseThrow(() -> new IllegalArgumentException("no key that signs"));
    }

    /// The set as everybody may see it.
    String published() {
        return set.toString(true);
    }

    /// With the private halves.
    String secret() {
        return set.toString(false);
    }

    /// The keys after one rotation. No session ends by it: the key that signed so far goes on to
    /// check until its last token is over.
    ///
    /// @param fresh makes a key that was never used
    SessionKeys rotated(Supplier<RSAKey> fresh, Instant now) {
        var active = set.getKeys().stream().filter(key -> key.getExpirationTime() == null).toList();
        var keys = new ArrayList<JWK>(active.stream().skip(1).limit(ACTIVE).toList());
        while (keys.size() < ACTIVE) keys.add(ready(fresh.get()));
        active.stream().limit(1).map(key -> retired(key.toRSAKey(), now)).forEach(keys::add);
        keys.addAll(stillNeeded(now));
        return new SessionKeys(new JWKSet(keys));
    }

    private List<JWK> stillNeeded(Instant now) {
        return set.getKeys().stream()
                .filter(key -> key.getExpirationTime() != null)
                .filter(key -> key.getExpirationTime().toInstant().isAfter(now))
                .toList();
    }

    private static RSAKey ready(RSAKey key) {
        return new RSAKey.Builder(key)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .build();
    }

    private static RSAKey retired(RSAKey key, Instant now) {
        var end = Date.from(now.plus(LoginLimits.RETIRED_KEY));
        return new RSAKey.Builder(key).expirationTime(end).build();
    }

    @Override
    public String toString() {
        return published();
    }
}
