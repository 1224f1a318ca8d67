package games.drawbridge.functions.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.testkit.Ledger;
import games.drawbridge.functions.testkit.Nodes;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.functions.wallet.WalletTable;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Transaction;
import games.drawbridge.model.wallet.Unit;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/// A write arrives and its answer is lost: the SDK asks again, and the condition that guards
/// against others must not refuse ourselves.
class LostAnswersTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private final World world = World.open().losingAnswers();

    @Test
    void aGuestIsRegisteredAndStaysLoggedIn() {
        var first = world.login("device", SECRET);
        assertThat(first.status()).isEqualTo(200);
        assertThat(world.login("device", SECRET).text("/playerId"))
                .isEqualTo(first.text("/playerId"));
        var second = refresh(first.text("/refreshToken"));
        assertThat(second).isNotEqualTo(first.text("/refreshToken"));
        assertThat(refresh(second)).isNotEqualTo(second);
    }

    private String refresh(String token) {
        var answer =
                world.post("/v1/login/refresh", "{\"refreshToken\":\"%s\"}".formatted(token))
                        .send();
        assertThat(answer.status()).isEqualTo(200);
        return answer.text("/refreshToken");
    }

    @Test
    void aRoomIsMadeOnceAndMovesOnce() {
        var nodes = new Nodes(world);
        nodes.alive("n1", 0, 0);
        var seat = world.post("/v1/rooms", "{\"kind\":\"relay\"}").as("ann").send();
        assertThat(seat.status()).isEqualTo(201);
        nodes.dead("n1", 0, 0);
        nodes.alive("n2", 0, 0);
        var room = seat.text("/room");
        var moved = world.post("/v1/rooms/" + room + "/join", "{}").as("ann").send();
        assertThat(moved.text("/node")).isEqualTo("n2");
        assertThat(world.tables().row("Rooms", "ROOM#" + room, "HEAD").get("epoch").n())
                .isEqualTo("2");
    }

    @Test
    void anOrderIsPaidOnce() {
        var aws = new Aws(world.environment("ApplyEffects"));
        new WalletTable(aws, InstantSource.system(), new SecureRandom())
                .apply(Transaction.prize("r#1#0", new PlayerId("ann"), new Unit("gold"), 30));
        var order =
                world.post("/v1/store/orders", "{\"sku\":\"disc-blue\",\"quantity\":1}")
                        .as("ann")
                        .header("idempotency-key", "k1")
                        .send();
        assertThat(order.status()).isEqualTo(201);
        assertThat(Ledger.of(world).balance("ann", "gold")).isEqualTo(20);
        Ledger.of(world).holds();
    }
}
