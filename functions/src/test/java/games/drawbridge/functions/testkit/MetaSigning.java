package games.drawbridge.functions.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs as Meta does.
public final class MetaSigning {
    public static final String SECRET = "0123456789abcdef0123456789abcdef";

    private MetaSigning() {}

    public static String sign(String payload) {
        return sign(payload.getBytes(UTF_8), SECRET);
    }

    public static String sign(byte[] payload, String secret) {
        String encoded = base64(payload);
        return base64(hmac(encoded.getBytes(UTF_8), secret)) + "." + encoded;
    }

    public static byte[] hmac(byte[] message, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
