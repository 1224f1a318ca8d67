package games.drawbridge.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import games.drawbridge.model.finance.Column;
import games.drawbridge.model.finance.Field;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Another's reader finds what was written.
class ParquetFileTest {
    private static final List<Field> FIELDS =
            List.of(
                    new Field("word", Column.Type.TEXT),
                    new Field("number", Column.Type.WHOLE),
                    new Field("truth", Column.Type.TRUTH),
                    new Field("time", Column.Type.TIME),
                    new Field("day", Column.Type.DAY));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 16_384, 40_000})
    void whatIsWrittenIsRead(int count) throws IOException {
        var rows = rows(count);
        byte[] bytes = written(rows);
        assertThat(written(rows)).isEqualTo(bytes);
        var read = new ArrayList<List<Object>>();
        try (var file = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(bytes)));
                var reader = file.rowReader()) {
            while (reader.hasNext()) {
                reader.next();
                var row = new ArrayList<>();
                row.add(reader.isNull("word") ? null : reader.getString("word"));
                row.add(reader.isNull("number") ? null : reader.getLong("number"));
                row.add(reader.isNull("truth") ? null : reader.getBoolean("truth"));
                row.add(reader.isNull("time") ? null : reader.getTimestamp("time"));
                row.add(reader.isNull("day") ? null : reader.getDate("day"));
                read.add(row);
            }
        }
        assertThat(read).isEqualTo(rows);
    }

    private static byte[] written(List<List<Object>> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var file = new ParquetFile(out, FIELDS)) {
            for (var row : rows) file.add(row);
        }
        return out.toByteArray();
    }

    private static List<List<Object>> rows(int count) {
        var dice = RandomGeneratorFactory.of("L64X128MixRandom").create(count);
        var rows = new ArrayList<List<Object>>();
        for (int n = 0; n < count; n++)
            rows.add(
                    Arrays.asList(
                            some(dice, dice.nextBoolean() ? "" : "Käufe \"" + n + "\" 🙂"),
                            some(dice, dice.nextLong()),
                            some(dice, dice.nextBoolean()),
                            some(dice, Instant.ofEpochMilli(dice.nextLong(4_000_000_000_000L))),
                            some(dice, LocalDate.ofEpochDay(dice.nextInt(-40_000, 40_000)))));
        return rows;
    }

    /// Now and then there is none; in long runs as well.
    private static Object some(RandomGenerator dice, Object value) {
        return dice.nextInt(5) == 0 ? null : value;
    }
}
