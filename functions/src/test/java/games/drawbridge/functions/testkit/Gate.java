package games.drawbridge.functions.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparingLong;

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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Stands before DynamoDB Local and lets through what the calling function's policy in
/// template.yaml allows. The function is known by its access key.
final class Gate {
    private static final Pattern CALLER = Pattern.compile("Credential=([A-Za-z0-9]+)/");
    private static final Map<String, String> CONFIG = Map.of("Ref", "Config");

    /// Seconds after which a call that waits for others is alone.
    private static final int PATIENCE = 2;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final ConcurrentLinkedQueue<Passed> passed = new ConcurrentLinkedQueue<>();
    private final Set<String> lost = ConcurrentHashMap.newKeySet();
    private final Names names;
    private final HttpServer server;
    private final Lifetime lifetime;
    private final RoundTrips trips;
    private volatile boolean losing;
    private volatile CountDownLatch together = new CountDownLatch(0);
    private volatile Meter meter;

    Gate(Names names, Lifetime lifetime, RoundTrips trips) throws IOException {
        this.names = names;
        this.lifetime = lifetime;
        this.trips = trips;
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
        return passed.stream().map(call -> call.name).toList();
    }

    /// One call on its way through.
    private static final class Passed {
        private final String name;
        private final long came = System.nanoTime();
        private volatile long left = Long.MAX_VALUE;

        Passed(String name) {
            this.name = name;
        }
    }

    /// How many of the calls since went out after others had come back: what is asked at the same
    /// time is one round trip.
    ///
    /// @param first of the calls, from 0
    int roundTrips(int first) {
        int trips = 0;
        long back = Long.MIN_VALUE;
        for (var call : passed.stream().skip(first).sorted(comparingLong(it -> it.left)).toList()) {
            if (call.came < back) continue;
            trips++;
            back = call.left;
        }
        return trips;
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
        if (!meets()) {
            answer(exchange, 400, "{\"__type\":\"Alone\"}".getBytes(UTF_8));
            return;
        }
        var call = new Passed(function + " " + operation);
        passed.add(call);
        if (isFirstTry(exchange) && !isKept(operation, body)) trips.call(function);
        forward(exchange, target, body, call);
    }

    /// None of the next so many calls gets through before all of them are here.
    void together(int calls) {
        together = new CountDownLatch(calls);
    }

    private boolean meets() throws IOException {
        var others = together;
        others.countDown();
        try {
            return others.await(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    /// Whether it reads what most functions keep for some seconds, the configuration and who plays
    /// where: when that is, is the clock's affair.
    private boolean isKept(String operation, byte[] body) {
        String asked = new String(body, UTF_8);
        return operation.equals("Query")
                ? asked.contains("\"NODES\"")
                : operation.equals("GetItem")
                        && asked.contains("\"" + names.resolve(CONFIG) + "\"");
    }

    private static boolean isFirstTry(HttpExchange exchange) {
        return exchange.getRequestHeaders().getFirst("amz-sdk-request").startsWith("attempt=1;");
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

    private void forward(HttpExchange exchange, String target, byte[] body, Passed call)
            throws IOException {
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
            call.left = System.nanoTime();
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
