package games.drawbridge.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;

/// Thrift's compact protocol, in which Parquet writes its headers: fields of structures by their
/// numbers, which only ever grow within one.
final class Thrift {
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Deque<Integer> outer = new ArrayDeque<>();
    private int last;

    Thrift i32(int field, int value) {
        header(field, I32);
        varint(zigzag(value));
        return this;
    }

    Thrift i64(int field, long value) {
        header(field, I64);
        varint(zigzag(value));
        return this;
    }

    Thrift text(int field, String value) {
        header(field, BINARY);
        text(value);
        return this;
    }

    Thrift struct(int field, Runnable fields) {
        header(field, STRUCT);
        nested(fields);
        return this;
    }

    <T> Thrift structs(int field, List<T> each, BiConsumer<Thrift, T> fields) {
        list(field, STRUCT, each.size());
        for (T one : each) nested(() -> fields.accept(this, one));
        return this;
    }

    Thrift numbers(int field, List<Integer> values) {
        list(field, I32, values.size());
        values.forEach(value -> varint(zigzag(value)));
        return this;
    }

    Thrift texts(int field, List<String> values) {
        list(field, BINARY, values.size());
        values.forEach(this::text);
        return this;
    }

    /// Ends the structure.
    byte[] bytes() {
        out.write(0);
        return out.toByteArray();
    }

    private void nested(Runnable fields) {
        outer.push(last);
        last = 0;
        fields.run();
        out.write(0);
        last = outer.pop();
    }

    private void header(int field, int type) {
        out.write(((field - last) << 4) | type);
        last = field;
    }

    private void list(int field, int type, int size) {
        header(field, LIST);
        if (size < 15) {
            out.write((size << 4) | type);
        } else {
            out.write(0xf0 | type);
            varint(size);
        }
    }

    private void text(String value) {
        var bytes = value.getBytes(UTF_8);
        varint(bytes.length);
        out.writeBytes(bytes);
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
