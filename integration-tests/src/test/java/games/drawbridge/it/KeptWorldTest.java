package games.drawbridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.bots.Account;
import games.drawbridge.bots.Api;
import games.drawbridge.local.Checkout;
import games.drawbridge.local.Progress;
import games.drawbridge.local.World;
import games.drawbridge.local.WorldOptions;
import games.drawbridge.local.process.Ports;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A world that was stopped and is started again knows what it knew.
class KeptWorldTest {
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    @TempDir private Path folder;

    /// At the same address, which is in the tokens.
    private World start(int port) throws Exception {
        var checkout = Checkout.at(CHECKOUT);
        var options = new WorldOptions(checkout, folder, port, 2, false, Optional.empty());
        return World.start(options, Progress.SILENT);
    }

    private static Api api(World world) {
        return new Api(HttpClient.newHttpClient(), URI.create(world.endpoints().game()));
    }

    @Test
    void playersMoneyGamesAndBoardsAreStillThere() throws Exception {
        int port = new Ports(new Random()).take(0);
        Duel duel;
        List<JsonNode> before;
        try (var world = start(port)) {
            duel = new Duel(api(world), new CountDownLatch(2), new CountDownLatch(0));
            duel.play().join();
            var red = duel.red();
            Await.until(() -> gold(api(world), red) == 10);
            Await.until(() -> api(world).get(rank(red), red.token()).status() == 200);
            before = known(api(world), duel.room(), red);
        }
        try (var world = start(port)) {
            // The access token of before is still good: the keys are kept too.
            assertThat(known(api(world), duel.room(), duel.red())).isEqualTo(before);
            var again = Account.guest(api(world), duel.redsDevice());
            assertThat(again.player()).isEqualTo(duel.red().player());
            assertThat(gold(api(world), again)).isEqualTo(10);
        }
    }

    private static String rank(Account player) {
        return "/v1/leaderboards/four-in-a-row/players/" + player.player();
    }

    private static long gold(Api api, Account player) {
        return api.get("/v1/wallet", player.token()).ok().at("/balances/gold").asLong();
    }

    private static List<JsonNode> known(Api api, String room, Account player) {
        return Stream.of(
                        "/v1/players/me",
                        "/v1/wallet/entries",
                        "/v1/rooms/" + room + "/log",
                        rank(player))
                .map(path -> (ObjectNode) api.get(path, player.token()).ok())
                .<JsonNode>map(answer -> answer.without("asOf"))
                .toList();
    }
}
