package games.drawbridge.functions.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/// As much of S3, Secrets Manager, SES and Firehose as functions use, in their own protocols and
/// under the template's policies.
final class Cloud {
    private static final Pattern CALLER = Pattern.compile("Credential=([A-Za-z0-9]+)/");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final AtomicReference<Runnable> before = new AtomicReference<>(() -> {});
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private final Map<String, Secret> secrets = new ConcurrentHashMap<>();
    private final Names names;
    private final SesDouble ses;
    private final FirehoseDouble firehose;
    private final HttpServer server;

    /// @param stages by version
    private record Secret(Map<String, String> values, Map<String, Set<String>> stages) {
        Secret() {
            this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }

        void stage(String version, String stage) {
            stages.values().forEach(all -> all.remove(stage));
            stages.computeIfAbsent(version, _ -> new ConcurrentSkipListSet<>()).add(stage);
        }

        ObjectNode value(JsonNode asked) {
            String version = at(asked.path("VersionStage").asText("AWSCURRENT"));
            String value = values.get(version);
            boolean wanted = asked.path("VersionId").asText(version).equals(version);
            return value == null || !wanted
                    ? null
                    : JSON.createObjectNode().put("SecretString", value);
        }

        ObjectNode put(JsonNode asked) {
            String version = asked.get("ClientRequestToken").asText();
            values.put(version, asked.get("SecretString").asText());
            asked.get("VersionStages").forEach(stage -> stage(version, stage.asText()));
            return JSON.createObjectNode();
        }

        ObjectNode move(JsonNode asked) {
            String stage = asked.get("VersionStage").asText();
            if (!at(stage).equals(asked.path("RemoveFromVersionId").asText(""))) return null;
            stage(asked.get("MoveToVersionId").asText(), stage);
            return JSON.createObjectNode();
        }

        String at(String stage) {
            return stages.entrySet().stream()
                    .filter(version -> version.getValue().contains(stage))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("");
        }
    }

    Cloud(Names names, Lifetime lifetime) throws IOException {
        this.names = names;
        ses = new SesDouble(names, lifetime);
        firehose = new FirehoseDouble(names);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    SesDouble ses() {
        return ses;
    }

    FirehoseDouble firehose() {
        return firehose;
    }

    /// @param path bucket and key
    void put(String path, byte[] bytes) {
        objects.put(path, bytes);
    }

    /// Null when there is no such object.
    byte[] get(String path) {
        return objects.get(path);
    }

    void forget(String path) {
        objects.remove(path);
    }

    /// Does something once, before the next object is read.
    void beforeNextRead(Runnable something) {
        before.set(something);
    }

    /// All objects of a bucket, by key.
    Map<String, byte[]> all(String bucket) {
        var all = new TreeMap<String, byte[]>();
        objects.forEach((path, bytes) -> {
            if (path.startsWith(bucket + "/")) all.put(path.substring(bucket.length() + 1), bytes);
        });
        return all;
    }

    /// After so many calls about objects, all are refused.
    void refuseAfter(int calls) {
        left.set(calls);
    }

    /// How often objects were asked for.
    int reads() {
        return reads.get();
    }

    void secret(String arn, String value) {
        var secret = new Secret();
        secret.values.put("first", value);
        secret.stage("first", "AWSCURRENT");
        secrets.put(arn, secret);
    }

    /// What Secrets Manager does before the first step of a rotation.
    void begin(String arn, String version) {
        secrets.computeIfAbsent(arn, _ -> new Secret()).stage(version, "AWSPENDING");
    }

    /// Null when the secret has no value yet.
    String current(String arn) {
        var secret = secrets.computeIfAbsent(arn, _ -> new Secret());
        return secret.values.get(secret.at("AWSCURRENT"));
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        var caller = CALLER.matcher(exchange.getRequestHeaders().getFirst("Authorization"));
        String function = caller.find() ? caller.group(1) : "nobody";
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (exchange.getRequestURI().getPath().equals(SesDouble.PATH))
            ses.handle(exchange, function, JSON.readTree(body));
        else if (FirehoseDouble.TARGET.equals(target))
            firehose.handle(exchange, function, JSON.readTree(body));
        else if (target == null) object(exchange, function, body);
        else secret(exchange, function, target.split("\\.", 2)[1], JSON.readTree(body));
    }

    private void object(HttpExchange exchange, String function, byte[] body) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(1);
        if (left.getAndDecrement() <= 0) {
            answer(exchange, 403, "<Error><Code>AccessDenied</Code></Error>");
            return;
        }
        if (exchange.getRequestMethod().equals("PUT")) {
            boolean may = names.allows(function, "s3:PutObject", "arn:aws:s3:::" + path);
            if (may) objects.put(path, sent(exchange, body));
            answer(exchange, may ? 200 : 403, "");
            return;
        }
        reads.incrementAndGet();
        before.getAndSet(() -> {}).run();
        byte[] bytes = objects.get(path);
        if (bytes == null || !names.allows(function, "s3:GetObject", "arn:aws:s3:::" + path))
            answer(exchange, 403, "<Error><Code>AccessDenied</Code></Error>");
        else answer(exchange, 200, bytes);
    }

    /// What was sent in signed chunks, each after a line with its length, is put together.
    private static byte[] sent(HttpExchange exchange, byte[] body) {
        if (!exchange.getRequestHeaders().containsKey("X-amz-decoded-content-length")) return body;
        var whole = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int end = at;
            while (body[end] != '\r') end++;
            String line = new String(body, at, end - at, UTF_8);
            int length = Integer.parseInt(line.split(";")[0], 16);
            if (length == 0) return whole.toByteArray();
            whole.write(body, end + 2, length);
            at = end + 2 + length + 2;
        }
    }

    private void secret(HttpExchange exchange, String function, String action, JsonNode asked)
            throws IOException {
        String arn = asked.get("SecretId").asText();
        if (!names.allows(function, "secretsmanager:" + action, arn)) {
            answer(exchange, 400, "{\"__type\":\"AccessDeniedException\"}");
            return;
        }
        var answer = answer(secrets.computeIfAbsent(arn, _ -> new Secret()), action, asked);
        if (answer == null) answer(exchange, 400, "{\"__type\":\"ResourceNotFoundException\"}");
        else answer(exchange, 200, answer.toString());
    }

    /// Null when there is no such version.
    private static ObjectNode answer(Secret secret, String action, JsonNode asked) {
        return switch (action) {
            case "GetSecretValue" -> secret.value(asked);
            case "DescribeSecret" -> JSON.valueToTree(Map.of("VersionIdsToStages", secret.stages));
            case "PutSecretValue" -> secret.put(asked);
            case "UpdateSecretVersionStage" -> secret.move(asked);
            default -> throw new IllegalArgumentException(action);
        };
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        answer(exchange, status, text.getBytes(UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
