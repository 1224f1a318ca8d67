package games.drawbridge.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.local.door.Insight;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.nodes.Node;
import games.drawbridge.local.process.Signal;
import games.drawbridge.local.process.Supervised;
import games.drawbridge.local.services.Mail;
import games.drawbridge.local.standins.Credentials;
import games.drawbridge.local.template.Queue;
import games.drawbridge.local.template.Table;
import games.drawbridge.local.traces.Traces;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// The world as the console sees it.
final class View implements Insight {
    private final World world;

    View(World world) {
        this.world = world;
    }

    @Override
    public JsonNode state() {
        var state = Json.object().put("ready", world.isReady()).put("version", World.version());
        state.set("endpoints", Json.tree(world.endpoints().shown()));
        state.set("credentials", Json.tree(Credentials.LOCAL));
        state.set("names", names());
        state.set(
                "nodes",
                Json.array().addAll(world.nodes().all().stream().map(View::node).toList()));
        state.set("redis", process(world.redis(), redisPort()));
        return state;
    }

    /// What tables and buckets are called here, by their names in the template.
    private JsonNode names() {
        var names = Json.object();
        world.template().tables().forEach(table -> names.put(table.id(), table.name()));
        world.template().buckets().forEach(bucket -> names.put(bucket.id(), bucket.name()));
        return names;
    }

    private static JsonNode node(Node node) {
        return Json.object().put("node", node.name()).setAll(process(node.process(), node.port()));
    }

    private static ObjectNode process(Supervised process, int port) {
        return Json.object()
                .put("pid", process.pid())
                .put("port", port)
                .put("state", process.state().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public JsonNode queues() {
        return Json.array().addAll(world.template().queues().stream().map(this::queue).toList());
    }

    private JsonNode queue(Queue queue) {
        var counts = counts(queue.name());
        var shown =
                Json.object()
                        .put("queue", queue.name())
                        .put(
                                "waiting",
                                count(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                        .put(
                                "inFlight",
                                count(
                                        counts,
                                        QueueAttributeName
                                                .APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                        .put(
                                "delayed",
                                count(
                                        counts,
                                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED));
        queue.deadLetters()
                .ifPresent(dead ->
                        shown.put(
                                "deadLetters",
                                count(
                                        counts(dead),
                                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)));
        return shown;
    }

    private Map<QueueAttributeName, String> counts(String queue) {
        String url = world.cloud().queueUrl(queue);
        return world.aws()
                .sqs()
                .getQueueAttributes(ask -> ask.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                .attributes();
    }

    private static int count(Map<QueueAttributeName, String> counts, QueueAttributeName name) {
        return Integer.parseInt(counts.getOrDefault(name, "0"));
    }

    @Override
    public JsonNode tables() {
        return Json.array().addAll(world.template().tables().stream().map(this::table).toList());
    }

    private JsonNode table(Table table) {
        var there =
                world.aws().dynamoDb().describeTable(ask -> ask.tableName(table.name())).table();
        var shown = Json.object().put("table", table.name()).put("rows", there.itemCount());
        return shown.set(
                "indexes", Json.tree(table.indexes().stream().map(Table.Index::name).toList()));
    }

    @Override
    public JsonNode metrics() {
        return world.figures().json();
    }

    @Override
    public Traces traces() {
        return world.traces();
    }

    @Override
    public List<Mail> mails() throws IOException {
        return world.mails().all();
    }

    @Override
    public JsonNode addNode() throws IOException {
        return node(world.nodes().add());
    }

    @Override
    public Optional<JsonNode> signalNode(String name, Signal signal) throws IOException {
        var node = world.nodes().find(name);
        if (node.isEmpty()) return Optional.empty();
        node.get().process().send(signal);
        return Optional.of(node(node.get()));
    }

    @Override
    public JsonNode signalRedis(Signal signal) throws IOException {
        world.redis().send(signal);
        return process(world.redis(), redisPort());
    }

    private int redisPort() {
        return java.net.URI.create(world.endpoints().redis()).getPort();
    }
}
