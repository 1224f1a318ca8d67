package games.drawbridge.bench.wire;

import games.drawbridge.model.wire.WireLimits;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A client of ours, as far as a generator needs one: `drawbridge.v1`, the first time with a ticket
/// and later with what the last welcome gave it.
public class DrawbridgeVisit extends Visit {
    private static final byte[] WELCOME = bytes("\"t\":\"welcome\"");
    private static final byte[] JOINED = bytes("\"t\":\"joined\"");
    private static final byte[] REFUSED = bytes("\"t\":\"deny\"");
    private static final byte[] PROBLEM = bytes("\"t\":\"error\"");
    private static final byte[] PING = bytes("{\"t\":\"ping\",\"id\":1}");
    private static final String RESUME = "\"resume\":\"";

    private final String node;
    private final String room;
    private final Supplier<String> ticket;
    private final byte[] move;
    private final boolean sits;
    private @Nullable String resume;
    private String position = "";

    /// @param node its path
    /// @param ticket signed now, for it does not live long
    /// @param sits whether it joins the ticket's room; else it only says hello
    public DrawbridgeVisit(String node, String room, Supplier<String> ticket, boolean sits) {
        this.node = node;
        this.room = room;
        this.ticket = ticket;
        this.sits = sits;
        this.move = bytes("{\"t\":\"move\",\"room\":\"" + room + "\",\"id\":");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String path() {
        return node;
    }

    @Override
    public String subprotocol() {
        return WireLimits.SUBPROTOCOL;
    }

    @Override
    public List<byte[]> hello() {
        var token = resume;
        var by =
                token == null
                        ? "\"ticket\":\"" + ticket.get() + "\""
                        : "\"resume\":\"" + token + "\"";
        var hello = "{\"t\":\"hello\"," + by + "}";
        if (!sits) return List.of(bytes(hello));
        return List.of(
                bytes(hello + "\n{\"t\":\"join\",\"room\":\"" + room + "\"" + position + "}"));
    }

    @Override
    public void hear(ByteBuf message, Client client) {
        if (has(message, WELCOME)) {
            var text = message.toString(StandardCharsets.UTF_8);
            int from = text.indexOf(RESUME) + RESUME.length();
            resume = text.substring(from, text.indexOf('"', from));
            if (!sits) enter();
        }
        if (has(message, JOINED)) {
            var text = message.toString(StandardCharsets.UTF_8);
            position =
                    ","
                            + text.substring(
                                    text.indexOf("\"epoch\""),
                                    text.indexOf(",\"", text.indexOf("\"seq\"")));
            enter();
        } else if (has(message, PROBLEM)) client.again(message.toString(StandardCharsets.UTF_8));
    }

    /// A denial is a saying that nobody hears; the tally shows it, and this says why.
    @Override
    public void overhear(ByteBuf message, Client client) {
        if (message.getByte(message.readerIndex() + 6) == 'd' && has(message, REFUSED))
            client.denied(message.toString(StandardCharsets.UTF_8));
    }

    static boolean has(ByteBuf message, byte[] part) {
        return ByteBufUtil.indexOf(io.netty.buffer.Unpooled.wrappedBuffer(part), message) >= 0;
    }

    @Override
    public byte[] say(int number, byte[] saying) {
        return move(number, saying);
    }

    /// @param number of the move, 1, 2, 3 …
    /// @param saying JSON
    final byte[] move(int number, byte[] saying) {
        byte[] id = bytes(number + ",\"body\":");
        var frame = new byte[move.length + id.length + saying.length + 1];
        System.arraycopy(move, 0, frame, 0, move.length);
        System.arraycopy(id, 0, frame, move.length, id.length);
        System.arraycopy(saying, 0, frame, move.length + id.length, saying.length);
        frame[frame.length - 1] = '}';
        return frame;
    }

    @Override
    public byte[] heartbeat() {
        return PING;
    }

    @Override
    public byte @Nullable [] leave() {
        return sits ? bytes("{\"t\":\"leave\",\"room\":\"" + room + "\"}") : null;
    }
}
