package games.drawbridge.local.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import games.drawbridge.model.analytics.Registry;
import games.drawbridge.model.finance.Field;
import games.drawbridge.parquet.ParquetFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What a delivery stream that converts its records leaves in its bucket: Parquet, in a folder for
/// each day, some seconds after the events came; and beside it what it could not convert.
public final class EventFiles implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(EventFiles.class.getName());
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /// Between two files; Firehose itself waits a minute or more.
    private static final long SECONDS = 2;

    private final Path folder;
    private final InstantSource clock;
    private final ScheduledThreadPoolExecutor timer;
    private List<Field> table;
    private List<List<@Nullable Object>> rows = new ArrayList<>();
    private long files;

    /// @param registry a file; a checkout of before there was one has none
    /// @throws IOException when it can't be read
    public EventFiles(Path folder, Path registry, InstantSource clock) throws IOException {
        this.folder = folder;
        this.clock = clock;
        table = table(registry);
        timer =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("event files").factory());
        timer.scheduleWithFixedDelay(this::flushLater, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /// From now on the table is that of this registry.
    ///
    /// @throws IOException when it can't be read
    public synchronized void take(Path registry) throws IOException {
        flush();
        table = table(registry);
    }

    private static List<Field> table(Path registry) throws IOException {
        return Files.exists(registry)
                ? MAPPER.readValue(registry.toFile(), Registry.class).table()
                : List.of();
    }

    /// Keeps a record, which is one JSON object after the other.
    synchronized void keep(byte[] record) {
        try (MappingIterator<JsonNode> events =
                MAPPER.readerFor(JsonNode.class).readValues(record)) {
            var read = new ArrayList<List<@Nullable Object>>();
            while (events.hasNext()) read.add(row(events.next()));
            rows.addAll(read);
        } catch (IOException | RuntimeException wrong) {
            LOG.log(System.Logger.Level.WARNING, "an event that is no row of the table", wrong);
            write("errors/format-conversion-failed", "json", file -> Files.write(file, record));
        }
    }

    /// What the table has no column for is left out, as Firehose does.
    private List<@Nullable Object> row(JsonNode event) {
        var row = new ArrayList<@Nullable Object>();
        for (var field : table) row.add(cell(field, event.get(field.name())));
        return row;
    }

    private static @Nullable Object cell(Field field, @Nullable JsonNode value) {
        if (value == null || value.isNull()) return null;
        boolean fits =
                switch (field.type()) {
                    case TEXT, DAY -> value.isTextual();
                    case WHOLE, TIME -> value.canConvertToLong();
                    case TRUTH -> value.isBoolean();
                };
        if (!fits) throw new IllegalArgumentException(field + " can't be " + value);
        return switch (field.type()) {
            case TEXT -> value.asText();
            case WHOLE -> value.asLong();
            case TIME -> Instant.ofEpochMilli(value.asLong());
            case TRUTH -> value.asBoolean();
            case DAY -> LocalDate.parse(value.asText());
        };
    }

    /// A disk that is full for a moment ends no timer.
    private void flushLater() {
        try {
            flush();
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "events are lost", failed);
        }
    }

    private synchronized void flush() {
        if (rows.isEmpty()) return;
        var all = rows;
        rows = new ArrayList<>();
        write(
                "events",
                "parquet",
                file -> {
                    try (var out = Files.newOutputStream(file);
                            var parquet = new ParquetFile(out, table)) {
                        for (var row : all) parquet.add(row);
                    }
                });
    }

    /// Writes a file.
    private interface Content {
        void to(Path file) throws IOException;
    }

    /// Nobody sees half of a file.
    private void write(String below, String kind, Content content) {
        var now = clock.instant();
        var day = "day=" + LocalDate.ofInstant(now, ZoneOffset.UTC);
        String name = "%s-%d-%d.%s".formatted(Firehose.STREAM, now.toEpochMilli(), ++files, kind);
        try {
            var in = Files.createDirectories(folder.resolve(below).resolve(day));
            var part = in.resolve(name + ".part");
            content.to(part);
            Files.move(part, in.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        flush();
    }
}
