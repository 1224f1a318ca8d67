package games.drawbridge.functions.meta;

import java.util.HexFormat;

/// The header `X-Hub-Signature-256: sha256=HEX` of Meta's webhooks: an HMAC-SHA256 of the raw body.
public final class HubSignature {
    private static final String PREFIX = "sha256=";

    private HubSignature() {}

    /// Nothing when Meta has sent these very bytes.
    ///
    /// @throws MetaRefused when it has not
    public static void check(String header, byte[] body, AppSecrets secrets) {
        if (!header.startsWith(PREFIX)) throw new MetaRefused(MetaRefused.Why.MALFORMED);
        if (!secrets.made(bytes(header.substring(PREFIX.length())), body))
            throw new MetaRefused(MetaRefused.Why.SIGNATURE);
    }

    private static byte[] bytes(String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException _) {
            throw new MetaRefused(MetaRefused.Why.MALFORMED);
        }
    }
}
