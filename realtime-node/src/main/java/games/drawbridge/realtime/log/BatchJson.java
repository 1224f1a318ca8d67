package games.drawbridge.realtime.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import games.drawbridge.realtime.json.Jackson;
import java.io.UncheckedIOException;

/// A batch as it stands in a home: one JSON object. Field names are a format that other releases
/// read.
public final class BatchJson {
    private static final ObjectMapper MAPPER = Jackson.lenient();
    private static final ObjectReader READER = MAPPER.readerFor(Batch.class);
    private static final ObjectWriter WRITER = MAPPER.writerFor(Batch.class);

    private BatchJson() {}

    public static String write(Batch batch) {
        try {
            return WRITER.writeValueAsString(batch);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Batch read(String text) {
        try {
            return READER.readValue(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
