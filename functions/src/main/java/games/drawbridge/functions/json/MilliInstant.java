package games.drawbridge.functions.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Writes an instant as exactly as the tables keep it, so that it reads the same the next time.
final class MilliInstant extends StdSerializer<Instant> {
    MilliInstant() {
        super(Instant.class);
    }

    @Override
    public void serialize(Instant at, JsonGenerator json, SerializerProvider provider)
            throws IOException {
        json.writeString(at.truncatedTo(ChronoUnit.MILLIS).toString());
    }
}
