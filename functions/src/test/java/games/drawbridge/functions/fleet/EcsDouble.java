package games.drawbridge.functions.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// ECS' JSON protocol, as far as a fleet speaks it.
final class EcsDouble implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    final Map<String, Integer> desired = new TreeMap<>();
    private final HttpServer server;
    int status = 200;

    EcsDouble() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String sign = exchange.getRequestHeaders().getFirst("Authorization");
        var body = JSON.readTree(exchange.getRequestBody());
        boolean asked =
                sign != null
                        && sign.contains("/eu-west-1/ecs/aws4_request")
                        && body.path("cluster").asText().equals("drawbridge-test");
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        Object answer =
                switch (target.replace("AmazonEC2ContainerServiceV20141113.", "")) {
                    case "DescribeServices" -> described(body);
                    case "UpdateService" -> updated(body);
                    default -> Map.of("__type", "InvalidAction");
                };
        byte[] bytes = JSON.writeValueAsString(answer).getBytes(UTF_8);
        exchange.sendResponseHeaders(asked ? status : 403, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Object described(JsonNode body) {
        var services = JSON.convertValue(body.get("services"), String[].class);
        if (services.length > 10) return Map.of("__type", "InvalidParameterException");
        return Map.of(
                "services",
                List.of(services).stream()
                        .filter(desired::containsKey)
                        .map(it -> Map.of("serviceName", it, "desiredCount", desired.get(it)))
                        .toList());
    }

    private Object updated(JsonNode body) {
        desired.put(body.get("service").asText(), body.get("desiredCount").asInt());
        return Map.of("service", Map.of());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
