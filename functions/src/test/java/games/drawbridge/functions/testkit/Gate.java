package games.drawbridge.functions.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// Stands before DynamoDB Local and lets through what the calling function's policy in
/// template.yaml allows. The function is known by its access key.
final class Gate {
    private static final Pattern CALLER = Pattern.compile("Credential=([A-Za-z0-9]+)/");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final ConcurrentLinkedQueue<String> calls = new ConcurrentLinkedQueue<>();
    private final Set<String> lost = ConcurrentHashMap.newKeySet();
    private final Names names;
    private final HttpServer server;
    private final Lifetime lifetime;
    private volatile boolean losing;
    private volatile Meter meter;

    Gate(Names names, Lifetime lifetime) throws IOException {
        this.names = names;
        this.lifetime = lifetime;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// What went through: `GetWallet Query`.
    List<String> calls() {
        return List.copyOf(calls);
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        var caller = CALLER.matcher(exchange.getRequestHeaders().getFirst("Authorization"));
        String function = caller.find() ? caller.group(1) : "nobody";
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String operation = target.substring(target.indexOf('.') + 1);
        for (var wanted : wanted(operation, JSON.readTree(body))) {
            if (names.allows(function, wanted.action(), wanted.arn())) continue;
            String denied = function + " may not " + wanted.action() + " on " + wanted.arn();
            answer(
                    exchange,
                    400,
                    JSON.writeValueAsBytes(
                            JSON.createObjectNode()
                                    .put("__type", "AccessDeniedException")
                                    .put("message", denied)));
            return;
        }
        if (!lifetime.allows(function + " " + operation)) {
            answer(exchange, 400, "{\"__type\":\"Dead\"}".getBytes(UTF_8));
            return;
        }
        calls.add(function + " " + operation);
        forward(exchange, target, body);
    }

    /// From now on every write is done and its first answer lost on the way, so that the SDK asks
    /// again.
    void loseAnswers() {
        losing = true;
    }

    /// From now on DynamoDB is asked what each call costs.
    Meter meter() {
        meter = new Meter();
        return meter;
    }

    private static boolean writes(String operation) {
        return !operation.contains("Get") && !operation.equals("Query");
    }

    private boolean loses(String operation, byte[] body) {
        return losing && writes(operation) && lost.add(new String(body, UTF_8));
    }

    private void forward(HttpExchange exchange, String target, byte[] body) throws IOException {
        var counting = meter;
        byte[] asked = counting == null ? body : Meter.asking(body);
        var request =
                HttpRequest.newBuilder(URI.create(DynamoDb.url()))
                        .header("X-Amz-Target", target)
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header(
                                "Authorization",
                                exchange.getRequestHeaders().getFirst("Authorization"))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(asked))
                        .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (counting != null)
                counting.count(target.substring(target.indexOf('.') + 1), body, answer.body());
            if (loses(target.substring(target.indexOf('.') + 1), body))
                answer(exchange, 500, "{\"__type\":\"InternalServerError\"}".getBytes(UTF_8));
            else answer(exchange, answer.statusCode(), answer.body());
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private record Wanted(String action, String arn) {}

    private static List<Wanted> wanted(String operation, JsonNode body) {
        var wanted = new ArrayList<Wanted>();
        switch (operation) {
            case "BatchGetItem" ->
                    body.get("RequestItems")
                            .fieldNames()
                            .forEachRemaining(table -> wanted.add(wanted(operation, table)));
            case "TransactGetItems", "TransactWriteItems" -> {
                for (var item : body.get("TransactItems"))
                    item.properties()
                            .forEach(part ->
                                    wanted.add(
                                            wanted(
                                                    part.getKey().equals("ConditionCheck")
                                                            ? "ConditionCheckItem"
                                                            : part.getKey() + "Item",
                                                    part.getValue().get("TableName").asText())));
            }
            default -> {
                var table = wanted(operation, body.get("TableName").asText());
                var index = body.get("IndexName");
                wanted.add(
                        index == null
                                ? table
                                : new Wanted(
                                        table.action(), table.arn() + "/index/" + index.asText()));
            }
        }
        return wanted;
    }

    private static Wanted wanted(String operation, String table) {
        return new Wanted("dynamodb:" + operation, Names.tableArn(table));
    }
}
