package games.drawbridge.local.services;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import games.drawbridge.local.http.Headers;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.http.Request;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What goes in as JSON lies there as rows of the registry's table.
class FirehoseTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-29T23:59:59Z"));

    private static final String REGISTRY =
            """
            {"columns":[{"name":"id","type":"text","means":"it"},{"name":"at","type":"time","means":"when"}],
             "events":[{"name":"won","from":"server","version":1,"means":"it",
                        "fields":[{"name":"n","type":"whole","means":"it"},{"name":"sure","type":"truth","means":"it"}]}]}
            """;

    @TempDir private Path folder;
    private EventFiles files;

    @BeforeEach
    void open() throws IOException {
        var registry = Files.writeString(folder.resolve("events.json"), REGISTRY);
        files = new EventFiles(folder, registry, CLOCK);
    }

    private JsonNode put(String stream, String... records) {
        var each = Json.array();
        for (String record : records)
            each.addObject()
                    .put("Data", Base64.getEncoder().encodeToString(record.getBytes(UTF_8)));
        var body = Json.object().put("DeliveryStreamName", stream).set("Records", each);
        return answered("PutRecordBatch", Json.text(body));
    }

    private JsonNode answered(String operation, String body) {
        var headers = Headers.NONE.with("x-amz-target", "Firehose_20150804." + operation);
        var request = new Request("POST", "/", "", headers, Buffer.buffer(body), "HTTP/1.1", "::1");
        var answer = new Firehose(files).answer(request);
        return Json.read(answer.text());
    }

    private List<Path> written(String below) throws IOException {
        files.close();
        var at = folder.resolve(below).resolve("day=2026-11-29");
        if (!Files.exists(at)) return List.of();
        try (var all = Files.list(at)) {
            return all.toList();
        }
    }

    private List<String> rows() throws IOException {
        var rows = new ArrayList<String>();
        for (Path file : written("events"))
            try (var parquet =
                            ParquetFileReader.open(
                                    InputFile.of(ByteBuffer.wrap(Files.readAllBytes(file))));
                    var reader = parquet.rowReader()) {
                while (reader.hasNext()) {
                    reader.next();
                    rows.add(
                            reader.getString("id")
                                    + " "
                                    + reader.getTimestamp("at")
                                    + (reader.isNull("n") ? "" : " " + reader.getLong("n"))
                                    + (reader.isNull("sure")
                                            ? ""
                                            : " " + reader.getBoolean("sure")));
                }
            }
        return rows;
    }

    @Test
    void recordsOfManyEventsBecomeOneFileOfTheDay() throws IOException {
        var answer =
                put(
                        Firehose.STREAM,
                        "{\"id\":\"a\",\"at\":0,\"n\":7,\"other\":1}\n{\"id\":\"b\",\"at\":1500}",
                        "{\"id\":\"c\",\"at\":0,\"sure\":true,\"n\":null}");
        assertThat(answer.get("FailedPutCount").asInt()).isZero();
        assertThat(answer.get("RequestResponses")).hasSize(2);
        assertThat(rows())
                .containsExactly(
                        "a 1970-01-01T00:00:00Z 7",
                        "b 1970-01-01T00:00:01.500Z",
                        "c 1970-01-01T00:00:00Z true");
        assertThat(written("errors/format-conversion-failed")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"id":"a","n":"many"}
                    {"id":7}
                    {"id":"a"
                    {"id":"a","at":"2026-11-29"}
                    """)
    void whatIsNoRowLiesBesideIt(String record) throws IOException {
        put(Firehose.STREAM, record, "{\"id\":\"good\",\"at\":0}");
        assertThat(rows()).containsExactly("good 1970-01-01T00:00:00Z");
        assertThat(written("errors/format-conversion-failed"))
                .singleElement()
                .satisfies(file -> assertThat(file).hasContent(record));
    }

    @Test
    void aTableIsThatOfItsRegistry() throws IOException {
        put(Firehose.STREAM, "{\"id\":\"a\",\"at\":0,\"n\":7}");
        files.take(folder.resolve("of a checkout that has none.json"));
        assertThat(rows()).containsExactly("a 1970-01-01T00:00:00Z 7");
    }

    @Test
    void whatFirehoseRefusesIsRefused() {
        String record = "{\"id\":\"a\",\"at\":0}";
        assertThat(put("another", record).get("__type").asText())
                .isEqualTo("ResourceNotFoundException");
        assertThat(answered("PutRecord", "{}").get("__type").asText())
                .isEqualTo("UnknownOperationException");
        assertThat(put(Firehose.STREAM).get("__type").asText())
                .isEqualTo("InvalidArgumentException");
        assertThat(put(Firehose.STREAM, "x".repeat(1_100_000)).get("message").asText())
                .contains("1 to 1024000 bytes");
        var many = new String[501];
        Arrays.fill(many, record);
        assertThat(put(Firehose.STREAM, many).get("message").asText()).contains("1 to 500");
    }
}
