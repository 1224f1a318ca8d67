package games.drawbridge.functions.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import at.favre.lib.crypto.bcrypt.BCrypt;
import games.drawbridge.functions.Digest;

/// What a guest's device proves itself with. bcrypt looks at 72 bytes only, so it gets the SHA-512.
record GuestSecret(String text) {

    String hash() {
        return new String(
                BCrypt.withDefaults().hash(LoginLimits.BCRYPT_COST, Digest.sha512(text)), UTF_8);
    }

    /// In constant time, and as slow as [#hash]: so a registration and a login take equally long.
    boolean matches(String hash) {
        return BCrypt.verifyer().verify(Digest.sha512(text), hash.getBytes(UTF_8)).verified;
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
