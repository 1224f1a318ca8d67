package games.drawbridge.functions.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.functions.json.JsonText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request's body.
///
/// @param text as it came
/// @param fields what it says
public record Body(String text, Fields fields) {
    static final Body EMPTY = new Body("", new Fields("", JsonNodeFactory.instance.objectNode()));

    static Body of(@Nullable String body, boolean base64, Optional<String> contentType) {
        byte[] bytes = bytes(body, base64, HttpLimits.BODY);
        if (!contentType.map(Body::isJson).orElse(false))
            throw new Problem(415, "unsupported-media-type", "content-type: application/json");
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return new Body(text, new Fields("", object(JsonText.strictly(text))));
        } catch (CharacterCodingException _) {
            throw malformed("the body is not UTF-8");
        } catch (JacksonException wrong) {
            throw malformed("the body is no JSON: " + wrong.getOriginalMessage());
        }
    }

    /// It may hold secrets.
    @Override
    public String toString() {
        return text.length() + " characters";
    }

    static byte[] bytes(@Nullable String body, boolean base64, int most) {
        byte[] bytes = decoded(body == null ? "" : body, base64);
        if (bytes.length > most)
            throw new Problem(413, "too-big", "a body has at most " + most + " bytes");
        return bytes;
    }

    private static byte[] decoded(String body, boolean base64) {
        try {
            return base64 ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8);
        } catch (IllegalArgumentException _) {
            throw malformed("the body is not base64");
        }
    }

    private static boolean isJson(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        return type.equals("application/json");
    }

    private static ObjectNode object(JsonNode node) {
        if (node instanceof ObjectNode object) return object;
        if (node.isMissingNode()) throw malformed("the body is empty");
        throw Problem.badInput("the body must be a JSON object");
    }

    private static Problem malformed(String detail) {
        return new Problem(400, "malformed-json", detail);
    }
}
