package games.drawbridge.functions.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// As much of Meta's Graph as payments need, in its documented shape. Tests decide what it says.
public final class GraphDouble implements AutoCloseable {
    public static final String APP = "1234567890";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, ObjectNode> payments = new ConcurrentHashMap<>();
    private final List<String> refunds = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Lifetime lifetime = new Lifetime();

    public GraphDouble() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Who asks lives as long as that.
    public void endWith(Lifetime callers) {
        lifetime = callers;
    }

    /// A payment that was made.
    ///
    /// @return what it says, to be changed
    public ObjectNode pay(String id, String user, String product, int quantity, String order) {
        var payment = JSON.createObjectNode().put("id", id);
        if (user != null) payment.putObject("user").put("id", user).put("name", "Marco");
        payment.putObject("application").put("id", APP).put("name", "Game");
        payment.putArray("actions");
        payment.putArray("items")
                .addObject()
                .put("type", "IN_APP_PURCHASE")
                .put("product", product)
                .put("quantity", quantity);
        if (order != null) payment.put("request_id", order);
        payment.put("country", "US").put("payout_foreign_exchange_rate", 1);
        payments.put(id, payment);
        return payment;
    }

    /// @param at `2013-03-22T21:18:54+0000`
    public void act(String id, String type, String status, String money, String at) {
        String[] parts = money.split(" ");
        ((ArrayNode) payments.get(id).get("actions"))
                .addObject()
                .put("type", type)
                .put("status", status)
                .put("amount", parts[0])
                .put("currency", parts[1])
                .put("time_created", at)
                .put("time_updated", at);
    }

    /// A payment as somebody wrote it down.
    public void say(String id, String json) {
        try {
            payments.put(id, (ObjectNode) JSON.readTree(json));
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    /// The refunds that were asked for: `ID 4.99 USD`.
    public List<String> refunds() {
        return refunds;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String token = "access_token=" + APP + "|" + World.FACEBOOK_SECRET;
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String query = exchange.getRequestURI().getRawQuery();
        String asked = URLDecoder.decode(query == null ? body : query, UTF_8);
        String[] path = exchange.getRequestURI().getPath().substring(1).split("/");
        var found = payments.get(path[0]);
        if (!lifetime.allows("Graph " + exchange.getRequestMethod())) answer(exchange, 503, "{}");
        else if (!asked.contains(token)) answer(exchange, 400, "{\"error\":{\"code\":190}}");
        else if (found == null) answer(exchange, 400, "{\"error\":{\"code\":100}}");
        else if (path.length == 1) answer(exchange, 200, found.toString());
        else {
            refunds.add(path[0] + " " + field(asked, "amount") + " " + field(asked, "currency"));
            answer(exchange, 200, "{\"success\":true}");
        }
    }

    private static String field(String form, String name) {
        for (String pair : form.split("&"))
            if (pair.startsWith(name + "=")) return pair.substring(name.length() + 1);
        return "";
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            byte[] body = json.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
