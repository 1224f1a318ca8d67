package games.drawbridge.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.local.World;
import games.drawbridge.local.template.Bucket;
import games.drawbridge.local.triggers.AttributeJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XAddParams;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// All that a world keeps, as lines of JSON: `{"table","row"}`, `{"object","bytes"}`,
/// `{"stream","id","batch"}`; and what else a test wants to remember beside it.
record KeptData(List<ObjectNode> lines) {
    static final ObjectMapper JSON = new ObjectMapper();

    /// Rows of this key are of nodes that live.
    private static final String NODES = "NODES";

    static KeptData of(World world) {
        var lines = new ArrayList<ObjectNode>();
        for (var table : world.template().tables())
            for (var row : rows(world, table.name()))
                if (!row.get("pk").s().equals(NODES))
                    lines.add(line("table", table.id()).set("row", AttributeJson.of(row)));
        var s3 = world.aws().s3();
        var bucket = archive(world);
        for (var object : s3.listObjectsV2Paginator(list -> list.bucket(bucket)).contents()) {
            var bytes = s3.getObjectAsBytes(get -> get.bucket(bucket).key(object.key()));
            lines.add(
                    line("object", object.key())
                            .put("bytes", Base64.getEncoder().encodeToString(bytes.asByteArray())));
        }
        try (var redis = new JedisPooled(URI.create(world.endpoints().redis()))) {
            for (var stream : redis.keys("log:*"))
                for (var entry : redis.xrange(stream, "-", "+"))
                    lines.add(
                            line("stream", stream)
                                    .put("id", entry.getID().toString())
                                    .put("batch", entry.getFields().get("b")));
        }
        return new KeptData(lines);
    }

    private static Iterable<Map<String, AttributeValue>> rows(World world, String table) {
        return world.aws().dynamoDb().scanPaginator(scan -> scan.tableName(table)).items();
    }

    private static String archive(World world) {
        return world.template().buckets().stream()
                .filter(bucket -> bucket.id().equals("ArchiveBucket"))
                .map(Bucket::name)
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode line(String what, String name) {
        return JSON.createObjectNode().put(what, name);
    }

    /// Lines that have such a field.
    List<ObjectNode> with(String field) {
        return lines.stream().filter(line -> line.has(field)).toList();
    }

    void into(World world) {
        var names = new HashMap<String, String>();
        world.template().tables().forEach(table -> names.put(table.id(), table.name()));
        for (var line : with("row"))
            world.aws()
                    .dynamoDb()
                    .putItem(put ->
                            put.tableName(names.get(line.get("table").asText()))
                                    .item(row(line.get("row"))));
        for (var line : with("object")) {
            var bytes = Base64.getDecoder().decode(line.get("bytes").asText());
            world.aws()
                    .s3()
                    .putObject(
                            put -> put.bucket(archive(world)).key(line.get("object").asText()),
                            RequestBody.fromBytes(bytes));
        }
        try (var redis = new JedisPooled(URI.create(world.endpoints().redis()))) {
            for (var line : with("stream"))
                redis.xadd(
                        line.get("stream").asText(),
                        Map.of("b", line.get("batch").asText()),
                        XAddParams.xAddParams().id(new StreamEntryID(line.get("id").asText())));
        }
    }

    static KeptData read(Path file) throws IOException {
        var lines = new ArrayList<ObjectNode>();
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine())
                lines.add((ObjectNode) JSON.readTree(line));
        }
        return new KeptData(lines);
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (var out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), UTF_8)) {
            for (var line : lines) out.write(line + "\n");
        }
    }

    // ---- DynamoDB's own JSON ----

    private static Map<String, AttributeValue> row(JsonNode json) {
        var row = new HashMap<String, AttributeValue>();
        json.properties().forEach(each -> row.put(each.getKey(), value(each.getValue())));
        return row;
    }

    private static AttributeValue value(JsonNode json) {
        var type = json.fieldNames().next();
        var of = json.get(type);
        return switch (type) {
            case "S" -> AttributeValue.fromS(of.asText());
            case "N" -> AttributeValue.fromN(of.asText());
            case "BOOL" -> AttributeValue.fromBool(of.asBoolean());
            case "B" ->
                    AttributeValue.fromB(
                            SdkBytes.fromByteArray(Base64.getDecoder().decode(of.asText())));
            case "M" -> AttributeValue.fromM(row(of));
            case "L" -> {
                var list = new ArrayList<AttributeValue>();
                of.forEach(each -> list.add(value(each)));
                yield AttributeValue.fromL(list);
            }
            default -> throw new IllegalArgumentException(type);
        };
    }
}
