package games.drawbridge.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;

import games.drawbridge.model.finance.Column;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One column of a row group: a single page of plain values, not compressed, and before them which
/// rows have one.
final class Chunk {
    static final int PLAIN = 0;
    static final int RLE = 3;
    private static final int DATA_PAGE = 0;

    private final Column.Type type;
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private final ByteArrayOutputStream levels = new ByteArrayOutputStream();
    private int rows;
    private int run;
    private boolean present;
    private int bits;
    private int bitCount;

    Chunk(Column.Type type) {
        this.type = type;
    }

    void add(@Nullable Object value) {
        rows++;
        boolean there = value != null;
        if (there != present) endRun();
        present = there;
        run++;
        if (value != null) write(value);
    }

    private void write(Object value) {
        switch (type) {
            case TEXT -> {
                var bytes = ((String) value).getBytes(UTF_8);
                little(bytes.length, Integer.BYTES);
                values.writeBytes(bytes);
            }
            case WHOLE -> little((Long) value, Long.BYTES);
            case TIME -> little(((Instant) value).toEpochMilli(), Long.BYTES);
            case DAY -> little(((LocalDate) value).toEpochDay(), Integer.BYTES);
            case TRUTH -> {
                if ((Boolean) value) bits |= 1 << bitCount;
                if (++bitCount == Byte.SIZE) endBits();
            }
        }
    }

    private void endBits() {
        values.write(bits);
        bits = 0;
        bitCount = 0;
    }

    private void little(long value, int bytes) {
        for (int n = 0; n < bytes; n++) values.write((int) (value >>> (8 * n)));
    }

    /// A run of rows that all have a value, or have none: its length doubled, and which of both.
    private void endRun() {
        if (run == 0) return;
        int rest = run << 1;
        while ((rest & ~0x7f) != 0) {
            levels.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        levels.write(rest);
        levels.write(present ? 1 : 0);
        run = 0;
    }

    int rows() {
        return rows;
    }

    /// The page with its header.
    byte[] page() {
        endRun();
        if (bitCount > 0) endBits();
        int size = Integer.BYTES + levels.size() + values.size();
        var header = new Thrift();
        header.i32(1, DATA_PAGE)
                .i32(2, size)
                .i32(3, size)
                .struct(5, () -> header.i32(1, rows).i32(2, PLAIN).i32(3, RLE).i32(4, RLE));
        var page = new ByteArrayOutputStream();
        page.writeBytes(header.bytes());
        for (int n = 0; n < Integer.BYTES; n++) page.write(levels.size() >>> (8 * n));
        page.writeBytes(levels.toByteArray());
        page.writeBytes(values.toByteArray());
        return page.toByteArray();
    }
}
