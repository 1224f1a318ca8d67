package games.drawbridge.realtime.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import games.drawbridge.model.wire.NodeFrame;
import java.util.Arrays;

/// The frames that a node writes most, without reflection and in one array: the same bytes that
/// Jackson would write. Ids need no escapes, and a body is JSON already. What it saves stands in
/// docs/decisions/speed.md.
final class HotFrames {
    private static final byte[] EVENT = ascii("{\"t\":\"event\",\"room\":\"");
    private static final byte[] ACK = ascii("{\"t\":\"ack\",\"room\":\"");
    private static final byte[] SEQ = ascii("\",\"seq\":");
    private static final byte[] ID_OF_ACK = ascii("\",\"id\":");
    private static final byte[] SEQ_OF_ACK = ascii(",\"seq\":");
    private static final byte[] EPOCH = ascii(",\"epoch\":");
    private static final byte[] AT = ascii(",\"at\":");
    private static final byte[] BY = ascii(",\"by\":\"");
    private static final byte[] ID = ascii(",\"id\":");
    private static final byte[] BODY = ascii(",\"body\":");

    /// Bytes beside ids and body: names and five numbers.
    private static final int REST = 180;

    private final byte[] bytes;
    private int length;

    private HotFrames(int size) {
        bytes = new byte[size];
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    static byte[] json(NodeFrame.Event event) {
        byte[] body = event.body().text().getBytes(UTF_8);
        var room = event.room().value();
        var by = event.by();
        int ids = room.length() + (by == null ? 0 : by.value().length());
        var frame = new HotFrames(REST + ids + body.length);
        frame.add(EVENT).add(room).add(SEQ).add(event.seq());
        frame.add(EPOCH).add(event.epoch()).add(AT).add(event.at());
        if (by != null) frame.add(BY).add(by.value()).add('"');
        Long id = event.id();
        if (id != null) frame.add(ID).add(id);
        return frame.add(BODY).add(body).end();
    }

    static byte[] json(NodeFrame.Ack ack) {
        var frame = new HotFrames(REST + ack.room().value().length());
        frame.add(ACK).add(ack.room().value()).add(ID_OF_ACK).add(ack.id());
        return frame.add(SEQ_OF_ACK).add(ack.seq()).end();
    }

    private HotFrames add(byte[] more) {
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    private HotFrames add(String id) {
        for (int i = 0; i < id.length(); i++) bytes[length++] = (byte) id.charAt(i);
        return this;
    }

    private HotFrames add(char sign) {
        bytes[length++] = (byte) sign;
        return this;
    }

    private HotFrames add(long number) {
        if (number < 0) return add(ascii(Long.toString(number)));
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) digits++;
        int end = length + digits;
        long rest = number;
        for (int i = end - 1; i >= length; i--, rest /= 10) bytes[i] = (byte) ('0' + rest % 10);
        length = end;
        return this;
    }

    private byte[] end() {
        add('}');
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }
}
