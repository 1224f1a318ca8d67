package games.drawbridge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.local.refusal.Refusal;
import games.drawbridge.local.testkit.Await;
import games.drawbridge.local.testkit.TestCheckout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What is kept from one run of a world to the next.
class KeptTest {
    @TempDir private Path folder;

    private World start(Checkout checkout, boolean fresh) throws Exception {
        var options =
                new WorldOptions(checkout, folder.resolve(".local"), 0, 0, fresh, Optional.empty());
        return World.start(options, Progress.SILENT);
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

    @Test
    void anotherDynamoDbMayBeUsed() throws Exception {
        var checkout = TestCheckout.in(Files.createDirectory(folder.resolve("other")));
        try (var one = start(checkout, false)) {
            var there = Optional.of(one.endpoints().dynamoDb());
            var options = new WorldOptions(checkout, folder.resolve("2"), 0, 0, false, there);
            try (var two = World.start(options, Progress.SILENT)) {
                put(two, "shared");
                Await.until("one sees it too", () -> !times(one, "shared").equals("0"));
            }
            assertThat(times(one, "shared")).as("it runs on").isNotEqualTo("0");
        }
    }

    @Test
    void dataIsKeptUntilAFreshStart() throws Exception {
        var checkout = TestCheckout.in(folder);
        String keys;
        String ones;
        try (var world = start(checkout, false)) {
            keys = world.secrets().current("SessionKeys").orElseThrow();
            put(world, "one");
            Await.until("one", () -> !times(world, "one").equals("0"));
            ones = times(world, "one");
            assertThatThrownBy(() -> start(checkout, false))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("already up");
        }
        Files.writeString(
                folder.resolve("functions/title/store/catalogue.json"), "{\"version\":\"2\"}");
        try (var world = start(checkout, false)) {
            assertThat(world.secrets().current("SessionKeys")).contains(keys);
            put(world, "two");
            Await.until("two", () -> !times(world, "two").equals("0"));
            assertThat(times(world, "one")).as("not shown again").isEqualTo(ones);
            var catalogue =
                    world.aws()
                            .s3()
                            .getObjectAsBytes(get ->
                                    get.bucket("content-bucket").key("store/catalogue.json"));
            assertThat(catalogue.asUtf8String()).isEqualTo("{\"version\":\"2\"}");
        }
        try (var world = start(checkout, false)) {
            put(world, "slow");
            Await.until("slow", () -> !times(world, "slow").equals("0"));
        }
        try (var world = start(checkout, false)) {
            put(world, "three");
            Await.until("three", () -> !times(world, "three").equals("0"));
            assertThat(times(world, "slow")).as("was under way, not shown again").isEqualTo("1");
        }
        try (var world = start(checkout, true)) {
            assertThat(world.secrets().current("SessionKeys").orElseThrow()).isNotEqualTo(keys);
            assertThat(times(world, "one")).isEqualTo("0");
        }
    }
}
