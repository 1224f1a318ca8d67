package games.drawbridge.realtime.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import games.drawbridge.model.room.Json;
import java.io.IOException;

/// The two ways this program reads JSON.
public final class Jackson {
    private static final JsonMapper LENIENT =
            JsonMapper.builder(new WholeTexts())
                    .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .addModule(new SimpleModule().addDeserializer(Json.class, new JsonText()))
                    .build();
    private static final JsonMapper STRICT =
            LENIENT.rebuild()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .build();

    private Jackson() {}

    /// For what this project wrote itself: absent numbers are 0, unknown fields are from a later
    /// release.
    public static ObjectMapper lenient() {
        return LENIENT;
    }

    /// For what players send: a string is no number, null is no number, half a column is no column.
    public static ObjectMapper strict() {
        return STRICT;
    }

    /// Keeps a JSON value's own text, byte for byte. Works on strings, whose positions are exact.
    private static final class JsonText extends StdScalarDeserializer<Json> {
        private static final long serialVersionUID = 1L;

        JsonText() {
            super(Json.class);
        }

        @Override
        public Json deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            JsonLocation start = parser.currentTokenLocation();
            if (parser.currentToken().isStructStart()) parser.skipChildren();
            else parser.getText();
            int from = (int) start.getCharOffset();
            int to = (int) parser.currentLocation().getCharOffset();
            var whole = start.contentReference().getRawContent();
            return new Json(WholeTexts.part(whole, from, to).strip());
        }

        @Override
        public Json getNullValue(DeserializationContext context) {
            return new Json("null");
        }
    }
}
