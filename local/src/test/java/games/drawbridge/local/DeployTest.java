package games.drawbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.local.process.Signal;
import games.drawbridge.local.testkit.Await;
import games.drawbridge.local.testkit.TestCheckout;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What a deploy changes in a world that runs.
class DeployTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir private Path folder;

    private World start(Checkout checkout, int nodes) throws Exception {
        var options =
                new WorldOptions(
                        checkout, folder.resolve(".local"), 0, nodes, false, Optional.empty());
        return World.start(options, Progress.SILENT);
    }

    private Checkout checkout(String name) throws Exception {
        return TestCheckout.in(Files.createDirectory(folder.resolve(name)));
    }

    private static String get(World world, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(world.endpoints().game() + path)).build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }

    private static void put(World world, String name) {
        var row = Map.of("pk", AttributeValue.fromS("p"), "sk", AttributeValue.fromS(name));
        world.aws().dynamoDb().putItem(put -> put.tableName("Rows").item(row));
    }

    private static String times(World world, String name) {
        var key =
                Map.of(
                        "pk", AttributeValue.fromS("change"),
                        "sk", AttributeValue.fromS("INSERT " + name));
        var row = world.aws().dynamoDb().getItem(get -> get.tableName("Seen").key(key)).item();
        return row.isEmpty() ? "0" : row.get("times").n();
    }

    private static String jar(World world) {
        long pid = world.nodes().find("n1").orElseThrow().process().pid();
        return ProcessHandle.of(pid).flatMap(it -> it.info().commandLine()).orElse("");
    }

    @Test
    void anotherVersionAnswersAtOnceAndRunsInANodesNextLife() throws Exception {
        var next = checkout("next");
        var text = Files.readString(next.template());
        Files.writeString(
                next.template(),
                text.replace("GREETING: hello", "GREETING: hi").replace("/v1/bare", "/v1/barer"));
        try (var world = start(checkout("now"), 1)) {
            assertThat(get(world, "/v1/echo/x?do=variable")).isEqualTo("helloEcho");
            world.deploy(next);
            assertThat(get(world, "/v1/echo/x?do=variable")).isEqualTo("hiEcho");
            assertThat(get(world, "/v1/barer")).isEqualTo("{\"version\":\"2.0\"}");
            assertThat(jar(world)).contains("/now/").doesNotContain("/next/");

            world.nodes().find("n1").orElseThrow().process().send(Signal.TERM);
            Await.until("the next life", () -> jar(world).contains("/next/"));
        }
    }

    @Test
    void changesThatStreamsTellAreHandledOnceThoughTheirTableWasMadeAnew() throws Exception {
        var checkout = checkout("now");
        try (var world = start(checkout, 0)) {
            put(world, "before");
            Await.until("it is handled", () -> times(world, "before").equals("1"));
            world.deploy(checkout);
            put(world, "after");
            Await.until("it is handled too", () -> times(world, "after").equals("1"));
            assertThat(times(world, "before")).isEqualTo("1");

            world.aws().dynamoDb().deleteTable(delete -> delete.tableName("Rows"));
            world.deploy(checkout);
            put(world, "again");
            Await.until("its stream is read", () -> times(world, "again").equals("1"));
        }
    }
}
