package games.drawbridge.realtime.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.wire.ClientFrame;
import games.drawbridge.model.wire.WireLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads inbound messages, token by token and without a tree. A move's body is only checked to be
/// JSON and passed on as it came, byte for byte.
public final class Decoder {
    /// Levels of nesting in a frame: deeper than any move, shallow enough for every recursive
    /// reader.
    private static final int DEPTH = 64;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
                    .build();

    private @Nullable String type;
    private @Nullable String ticket;
    private @Nullable String resume;
    private @Nullable String room;
    private @Nullable Long epoch;
    private @Nullable Long seq;
    private @Nullable Long id;
    private @Nullable Json body;
    private boolean wrongType;

    private Decoder() {}

    /// All frames of one message.
    public static List<Received> message(byte[] message, Encoding encoding) {
        try {
            var frames = encoding == Encoding.JSON ? lines(message) : Cbor.split(message);
            if (frames.size() == 1) return List.of(frame(frames.getFirst()));
            return frames.stream().map(Decoder::frame).toList();
        } catch (IOException | RuntimeException e) {
            return List.of(new Received.Malformed("not CBOR"));
        }
    }

    private static List<byte[]> lines(byte[] message) {
        if (isOneLine(message)) return List.of(message);
        var lines = new ArrayList<byte[]>();
        int from = 0;
        for (int i = 0; i <= message.length; i++)
            if (i == message.length || message[i] == '\n') {
                if (i > from) lines.add(Arrays.copyOfRange(message, from, i));
                from = i + 1;
            }
        return lines;
    }

    private static boolean isOneLine(byte[] message) {
        for (byte each : message) if (each == '\n') return false;
        return message.length > 0;
    }

    static Received frame(byte[] json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT)
                return new Received.Malformed("a frame is a JSON object");
            var decoder = new Decoder();
            while (parser.nextToken() == JsonToken.FIELD_NAME) decoder.field(parser, json);
            if (parser.nextToken() != null) return new Received.Malformed("more than one object");
            return decoder.received(json.length);
        } catch (IOException e) {
            return new Received.Malformed("not JSON");
        }
    }

    private void field(JsonParser parser, byte[] json) throws IOException {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        switch (name) {
            case "t" -> type = text(parser, value);
            case "ticket" -> ticket = text(parser, value);
            case "resume" -> resume = text(parser, value);
            case "room" -> room = text(parser, value);
            case "epoch" -> epoch = whole(parser, value);
            case "seq" -> seq = whole(parser, value);
            case "id" -> id = whole(parser, value);
            case "body" -> body = body(parser, value, json);
            default -> parser.skipChildren();
        }
    }

    private @Nullable String text(JsonParser parser, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_STRING) return parser.getText();
        wrongType = true;
        parser.skipChildren();
        return null;
    }

    private @Nullable Long whole(JsonParser parser, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                && parser.getLongValue() >= 0) return parser.getLongValue();
        wrongType = true;
        parser.skipChildren();
        return null;
    }

    private static @Nullable Json body(JsonParser parser, JsonToken value, byte[] json)
            throws IOException {
        if (value != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return null;
        }
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        int to = (int) parser.currentLocation().getByteOffset();
        return new Json(new String(json, from, to - from, StandardCharsets.UTF_8));
    }

    private Received received(int bytes) {
        var known = room();
        if ("move".equals(type) && known != null && id != null) return move(known, id, bytes);
        if (bytes > WireLimits.FRAME)
            return bad(Code.TOO_BIG, "a frame has at most " + WireLimits.FRAME + " bytes");
        return switch (type) {
            case null -> bad(Code.BAD, "t is missing");
            case "hello" -> hello();
            case "join" -> join(known);
            case "leave" ->
                    known == null ? noRoom() : new Received.Frame(new ClientFrame.Leave(known));
            case "move" -> known == null ? noRoom() : bad(Code.BAD, "id must be a whole number");
            case "ping" ->
                    id == null
                            ? bad(Code.BAD, "id must be a whole number")
                            : new Received.Frame(new ClientFrame.Ping(id));
            default -> new Received.Unknown();
        };
    }

    private Received move(RoomId room, long id, int bytes) {
        if (bytes > WireLimits.FRAME) {
            var limit = "a frame has at most " + WireLimits.FRAME + " bytes";
            return new Received.BadMove(room, id, Code.TOO_BIG, limit);
        }
        if (body == null) return new Received.BadMove(room, id, Code.BAD, "body must be an object");
        return new Received.Frame(new ClientFrame.Move(room, id, body));
    }

    private Received hello() {
        if ((ticket == null) == (resume == null))
            return bad(Code.BAD, "hello has either a ticket or resume");
        return new Received.Frame(new ClientFrame.Hello(ticket, resume));
    }

    private Received join(@Nullable RoomId room) {
        if (room == null) return noRoom();
        if (wrongType || (epoch == null) != (seq == null))
            return bad(Code.BAD, "a position is epoch and seq, both whole numbers");
        return new Received.Frame(new ClientFrame.Join(room, epoch, seq));
    }

    private @Nullable RoomId room() {
        try {
            return room == null ? null : new RoomId(room);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Received noRoom() {
        return bad(Code.BAD, "room must be a room's id");
    }

    private static Received bad(Code code, String detail) {
        return new Received.Bad(code, detail);
    }
}
