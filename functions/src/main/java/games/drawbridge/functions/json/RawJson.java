package games.drawbridge.functions.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import games.drawbridge.model.room.Json;
import java.io.IOException;

/// Reads a [Json] as the very characters that stand in the source. The source itself comes with the
/// call, as an attribute.
final class RawJson extends StdDeserializer<Json> {
    /// Under this attribute the whole text is found that is being read.
    static final Object SOURCE = new Object();

    RawJson() {
        super(Json.class);
    }

    @Override
    public Json deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String source = (String) context.getAttribute(SOURCE);
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        int end = (int) parser.currentLocation().getCharOffset();
        return new Json(source.substring(start, end));
    }

    @Override
    public Json getNullValue(DeserializationContext context) {
        return new Json("null");
    }
}
