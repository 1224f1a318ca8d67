package games.drawbridge.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Shows that a text is our own, though it was away.
public final class Seal {
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    /// @throws IllegalArgumentException when the secret is empty
    public Seal(String secret) {
        key = new SecretKeySpec(secret.getBytes(UTF_8), HMAC);
    }

    /// 43 characters of base64url.
    public String of(String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            byte[] seal = mac.doFinal(text.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(seal);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// In constant time.
    public boolean isOf(String text, String seal) {
        return MessageDigest.isEqual(of(text).getBytes(UTF_8), seal.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "a seal";
    }
}
