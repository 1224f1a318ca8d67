package games.drawbridge.bench.wire;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What a player says: a hundred bytes of JSON that tell who says it, which of theirs it is and
/// when it was due. Every contestant passes the mark in it on as it came, so one scan finds it in
/// the messages of all of them.
public final class Saying {
    /// Bytes of one saying, as JSON.
    static final int LENGTH = 100;

    private static final byte MARK = '~';
    private static final int FROM = 6;
    private static final int NUMBER = 8;
    private static final int DUE = 13;
    private static final String BEGIN = "{\"m\":\"~";
    private static final byte[] FORM = form();

    private Saying() {}

    private static byte[] form() {
        var form = new byte[LENGTH];
        Arrays.fill(form, (byte) '.');
        System.arraycopy(BEGIN.getBytes(StandardCharsets.US_ASCII), 0, form, 0, BEGIN.length());
        form[LENGTH - 2] = '"';
        form[LENGTH - 1] = '}';
        return form;
    }

    /// @param from the player, 0 to 999,999
    /// @param number 1, 2, 3 … of that player
    /// @param due microseconds
    static byte[] json(int from, int number, long due) {
        var json = FORM.clone();
        int at = BEGIN.length();
        digits(json, at, FROM, from);
        digits(json, at + FROM, NUMBER, number);
        digits(json, at + FROM + NUMBER, DUE, due);
        return json;
    }

    private static void digits(byte[] into, int at, int count, long value) {
        for (int i = at + count - 1; i >= at; i--, value /= 10) into[i] = (byte) ('0' + value % 10);
    }

    /// Hears sayings.
    interface Listener {
        void heard(int from, int number, long due);
    }

    /// Finds all sayings in a message.
    static void scan(ByteBuf message, Listener listener) {
        int from = message.readerIndex();
        int end = message.writerIndex();
        int rest = FROM + NUMBER + DUE;
        while (from < end) {
            int mark = message.indexOf(from, end, MARK);
            if (mark < 0 || mark + rest >= end) return;
            int at = mark + 1;
            listener.heard(
                    (int) number(message, at, FROM),
                    (int) number(message, at + FROM, NUMBER),
                    number(message, at + FROM + NUMBER, DUE));
            from = at + rest;
        }
    }

    private static long number(ByteBuf message, int at, int count) {
        long value = 0;
        for (int i = at; i < at + count; i++) value = value * 10 + (message.getByte(i) - '0');
        return value;
    }
}
