package games.drawbridge.parquet;

import static java.nio.charset.StandardCharsets.US_ASCII;

import games.drawbridge.model.finance.Column;
import games.drawbridge.model.finance.Field;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A Parquet file that is written row by row; what is held of it is a row group. The same rows make
/// the same bytes.
public final class ParquetFile implements Closeable {
    /// Rows of a group: about 5 MB of movements.
    private static final int GROUP = 16_384;

    private static final byte[] MAGIC = "PAR1".getBytes(US_ASCII);
    private static final int OPTIONAL = 1;
    private static final int UNCOMPRESSED = 0;

    private final OutputStream out;
    private final List<Field> fields;
    private final List<Group> groups = new ArrayList<>();
    private List<Chunk> chunks;
    private long position;
    private long rows;

    /// @param offset where its page begins
    private record Written(Field field, int values, long offset, int size) {}

    private record Group(List<Written> columns, int rows) {
        long size() {
            return columns.stream().mapToLong(Written::size).sum();
        }
    }

    /// @param out is not closed
    public ParquetFile(OutputStream out, List<Field> fields) throws IOException {
        this.out = out;
        this.fields = List.copyOf(fields);
        chunks = fresh();
        write(MAGIC);
    }

    private List<Chunk> fresh() {
        return fields.stream().map(field -> new Chunk(field.type())).toList();
    }

    /// @param values as many as there are fields, each of the Java type of its field
    public void add(List<? extends @Nullable Object> values) throws IOException {
        for (int n = 0; n < chunks.size(); n++) chunks.get(n).add(values.get(n));
        rows++;
        if (chunks.getFirst().rows() == GROUP) endGroup();
    }

    private void endGroup() throws IOException {
        int count = chunks.getFirst().rows();
        if (count == 0) return;
        var columns = new ArrayList<Written>();
        for (int n = 0; n < chunks.size(); n++) {
            var page = chunks.get(n).page();
            columns.add(new Written(fields.get(n), count, position, page.length));
            write(page);
        }
        groups.add(new Group(columns, count));
        chunks = fresh();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    /// Ends the file.
    @Override
    public void close() throws IOException {
        endGroup();
        byte[] footer = footer();
        write(footer);
        for (int n = 0; n < Integer.BYTES; n++) out.write(footer.length >>> (8 * n));
        out.write(MAGIC);
    }

    private byte[] footer() {
        var footer = new Thrift();
        footer.i32(1, 1)
                .structs(
                        2,
                        Stream.concat(
                                        Stream.of(Optional.<Field>empty()),
                                        fields.stream().map(Optional::of))
                                .toList(),
                        this::schema)
                .i64(3, rows)
                .structs(4, groups, ParquetFile::group)
                .text(6, "drawbridge");
        return footer.bytes();
    }

    /// The first is the root, which only says how many there are.
    private void schema(Thrift it, Optional<Field> element) {
        if (element.isEmpty()) {
            it.text(4, "rows").i32(5, fields.size());
            return;
        }
        var field = element.get();
        it.i32(1, physical(field.type())).i32(3, OPTIONAL).text(4, field.name());
        switch (field.type()) {
            case TEXT -> it.i32(6, 0);
            case DAY -> it.i32(6, 6);
            case TIME -> it.i32(6, 9);
            case WHOLE, TRUTH -> {}
        }
    }

    private static int physical(Column.Type type) {
        return switch (type) {
            case TRUTH -> 0;
            case DAY -> 1;
            case WHOLE, TIME -> 2;
            case TEXT -> 6;
        };
    }

    private static void group(Thrift it, Group group) {
        it.structs(1, group.columns, ParquetFile::column).i64(2, group.size()).i64(3, group.rows);
    }

    private static void column(Thrift it, Written column) {
        it.i64(2, column.offset)
                .struct(
                        3,
                        () ->
                                it.i32(1, physical(column.field.type()))
                                        .numbers(2, List.of(Chunk.PLAIN, Chunk.RLE))
                                        .texts(3, List.of(column.field.name()))
                                        .i32(4, UNCOMPRESSED)
                                        .i64(5, column.values)
                                        .i64(6, column.size)
                                        .i64(7, column.size)
                                        .i64(9, column.offset));
    }
}
