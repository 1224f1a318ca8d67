package games.drawbridge.local.providers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.local.http.Json;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs as Meta does: `base64url(HMAC-SHA256 of the encoded payload).base64url(payload)`.
final class MetaSignature {
    private MetaSignature() {}

    /// @param payload gets what every payload has
    static String sign(ObjectNode payload, Instant now) {
        payload.put("algorithm", "HMAC-SHA256").put("issued_at", now.getEpochSecond());
        String encoded = base64(Json.bytes(payload));
        return base64(hmac(encoded.getBytes(US_ASCII))) + "." + encoded;
    }

    static byte[] hmac(byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(LocalSecrets.FACEBOOK.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
