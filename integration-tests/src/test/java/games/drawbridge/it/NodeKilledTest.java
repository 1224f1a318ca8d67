package games.drawbridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.bots.Api;
import games.drawbridge.local.Progress;
import games.drawbridge.local.World;
import games.drawbridge.local.WorldOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A node dies in mid-game, moves under way and all: by the close codes alone, everybody comes back
/// and no acknowledged move is lost or made twice.
class NodeKilledTest {
    private static final int GAMES = 8;
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    @TempDir private Path folder;
    private World world;

    @BeforeEach
    void start() throws Exception {
        world = World.start(WorldOptions.inFolder(CHECKOUT, folder).withNodes(1), Progress.SILENT);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void playersGoOnOnTheOtherNode() throws Exception {
        var rooms =
                play(() -> {
                    kill();
                    world.nodes().find("n1").orElseThrow().process().stop(Duration.ZERO);
                });
        assertThat(rooms).extracting(room -> room.get("node").s()).containsOnly("n2");
    }

    @Test
    void playersGoOnWhenItComesBackUnderItsName() throws Exception {
        assertThat(play(this::kill)).hasSize(GAMES);
    }

    private void kill() {
        long pid = world.nodes().find("n1").orElseThrow().process().pid();
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    }

    /// Games begin while there is one node only, so that all are there. At half time it is killed,
    /// while everybody whose turn it is moves.
    ///
    /// @return the rooms' own rows, once all games are over
    private List<Map<String, AttributeValue>> play(Runnable misfortune) throws Exception {
        var api = new Api(HttpClient.newHttpClient(), URI.create(world.endpoints().game()));
        var halfTime = new CountDownLatch(2 * GAMES);
        var second = new CountDownLatch(1);
        var duels = Stream.generate(() -> new Duel(api, halfTime, second)).limit(GAMES).toList();
        var games = duels.stream().map(Duel::play).toList();
        world.nodes().add();
        assertThat(halfTime.await(60, TimeUnit.SECONDS)).isTrue();

        second.countDown();
        misfortune.run();
        for (int i = 0; i < GAMES; i++)
            check(duels.get(i), games.get(i).orTimeout(90, TimeUnit.SECONDS).join());
        return duels.stream().map(duel -> row(duel.room())).toList();
    }

    private static void check(Duel duel, JsonNode log) {
        assertThat(duel.faults(log)).isEmpty();
        assertThat(duel.acknowledged()).isEqualTo(List.of(4, 3));
        var events = log.get("events");
        assertThat(events).hasSize(8);
        assertThat(events.get(7).get("epoch").asLong()).isGreaterThan(1);
        assertThat(events.get(7).at("/body/over/winner").asText()).isEqualTo(duel.winner());
    }

    private Map<String, AttributeValue> row(String room) {
        var table = world.template().variable("ROOMS_TABLE").orElseThrow();
        var pk = AttributeValue.fromS("ROOM#" + room);
        var key = Map.of("pk", pk, "sk", AttributeValue.fromS("HEAD"));
        return world.aws().dynamoDb().getItem(get -> get.tableName(table).key(key)).item();
    }
}
