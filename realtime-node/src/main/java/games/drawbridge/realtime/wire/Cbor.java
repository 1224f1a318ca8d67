package games.drawbridge.realtime.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// JSON to CBOR and back, token by token. Inside the node there is only JSON.
final class Cbor {
    /// JSON may hold half of a surrogate pair, CBOR may not: it becomes a replacement character.
    private static final CBORFactory BINARY =
            CBORFactory.builder().enable(CBORGenerator.Feature.LENIENT_UTF_ENCODING).build();

    private static final JsonFactory TEXT = new JsonFactory();

    private Cbor() {}

    static byte[] of(byte[] json) {
        var bytes = new ByteArrayOutputStream(json.length);
        try (JsonParser from = TEXT.createParser(json);
                JsonGenerator to = BINARY.createGenerator(bytes)) {
            from.nextToken();
            to.copyCurrentStructure(from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// The items of a CBOR sequence as JSON, one array of bytes each.
    ///
    /// @throws IOException when it is no CBOR
    static List<byte[]> split(byte[] cbor) throws IOException {
        var items = new ArrayList<byte[]>();
        try (JsonParser from = BINARY.createParser(cbor)) {
            while (from.nextToken() != null) {
                var bytes = new ByteArrayOutputStream();
                try (JsonGenerator to = TEXT.createGenerator(bytes)) {
                    to.copyCurrentStructure(from);
                }
                items.add(bytes.toByteArray());
            }
        }
        return items;
    }
}
