package games.drawbridge.functions.meta;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The secrets of one app at Meta: the newest, and while it is being exchanged the one before.
public final class AppSecrets {
    private static final String HMAC = "HmacSHA256";

    private final List<SecretKeySpec> keys;

    private AppSecrets(List<SecretKeySpec> keys) {
        this.keys = keys;
    }

    /// @param text one secret a line, the newest first
    /// @throws IllegalArgumentException when there is none
    public static AppSecrets parse(String text) {
        var keys =
                text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(line -> new SecretKeySpec(line.getBytes(UTF_8), HMAC))
                        .toList();
        if (keys.isEmpty()) throw new IllegalArgumentException("the app's secret is empty");
        return new AppSecrets(keys);
    }

    /// Whether one of the secrets made this HMAC-SHA256 of the message. Takes equally long for
    /// every signature.
    public boolean made(byte[] signature, byte[] message) {
        boolean made = false;
        for (var key : keys) made |= MessageDigest.isEqual(hmac(key, message), signature);
        return made;
    }

    /// As which the app itself asks the Graph API.
    public String appToken(String app) {
        return app + "|" + new String(keys.getFirst().getEncoded(), UTF_8);
    }

    /// What a call of the Graph API must show beside its access token (`appsecret_proof`).
    public String proof(String accessToken) {
        return HexFormat.of().formatHex(hmac(keys.getFirst(), accessToken.getBytes(UTF_8)));
    }

    private static byte[] hmac(SecretKeySpec key, byte[] message) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return keys.size() + " secrets";
    }
}
