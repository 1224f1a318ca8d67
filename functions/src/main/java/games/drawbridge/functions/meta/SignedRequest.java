package games.drawbridge.functions.meta;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.functions.json.JsonText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.regex.Pattern;

/// Reads Meta's one signed form, `base64url(signature).base64url(payload)`: a canvas' login, an
/// Instant Game's player or purchase, a callback. The same payload may come under more than one
/// text (trailing bits of base64 are free), so no text is ever the key of anything.
public final class SignedRequest {
    /// Both alphabets, padded or not. A blank is a plus that nobody escaped.
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9+/_-]+={0,2})\\.([A-Za-z0-9+/_-]+={0,2})");

    private static final String ALGORITHM = "HMAC-SHA256";

    private SignedRequest() {}

    /// What was signed.
    ///
    /// @throws MetaRefused when it is not from who holds one of the secrets
    public static Payload read(String text, AppSecrets secrets) {
        var form = FORM.matcher(text);
        if (text.length() > MetaLimits.TEXT || !form.matches())
            throw new MetaRefused(MetaRefused.Why.MALFORMED);
        byte[] signature = decoded(form.group(1));
        byte[] payload = decoded(form.group(2));
        if (!secrets.made(signature, form.group(2).getBytes(US_ASCII)))
            throw new MetaRefused(MetaRefused.Why.SIGNATURE);
        var said = new Payload("", object(payload));
        // only now: the algorithm is never the sender's choice
        if (!said.optionalText("algorithm").map(ALGORITHM::equals).orElse(false))
            throw new MetaRefused(MetaRefused.Why.ALGORITHM);
        return said;
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_'));
        } catch (IllegalArgumentException _) {
            throw new MetaRefused(MetaRefused.Why.MALFORMED);
        }
    }

    private static ObjectNode object(byte[] payload) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
            if (JsonText.strictly(text) instanceof ObjectNode object) return object;
        } catch (CharacterCodingException | JacksonException _) {
            // said below: the message might quote a token
        }
        throw new MetaRefused(MetaRefused.Why.JSON);
    }
}
