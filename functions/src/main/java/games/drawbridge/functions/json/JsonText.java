package games.drawbridge.functions.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import games.drawbridge.model.room.Json;
import java.io.UncheckedIOException;
import java.time.Instant;

/// The one way this program reads and writes JSON. Instants are ISO-8601 in UTC, to the
/// millisecond.
public final class JsonText {
    /// Levels of nesting: no shape of ours has more than eight.
    private static final int DEPTH = 32;

    /// Digits of a number: a long has 19.
    private static final int DIGITS = 32;

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(Instant.class, new MilliInstant())
                                    .addDeserializer(Json.class, new RawJson()))
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    /// For what strangers send: every name once, nothing after the end, nothing deep.
    private static final ObjectReader STRICT =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEPTH)
                                                    .maxNumberLength(DIGITS)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .reader();

    private JsonText() {}

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JacksonException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// Our own JSON back as a value; what is unknown in it is ignored.
    ///
    /// @throws UncheckedIOException when it is not of that form
    public static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readerFor(type).withAttribute(RawJson.SOURCE, text).readValue(text);
        } catch (JacksonException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    /// What a stranger sent, as a tree.
    ///
    /// @throws JacksonException when it is no JSON, too deep, or names something twice
    public static JsonNode strictly(String text) throws JacksonException {
        return STRICT.readTree(text);
    }
}
