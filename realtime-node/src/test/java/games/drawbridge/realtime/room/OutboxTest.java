package games.drawbridge.realtime.room;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Settings;
import games.drawbridge.realtime.archive.Manifest;
import games.drawbridge.realtime.placement.Placement;
import games.drawbridge.realtime.placement.Records;
import games.drawbridge.realtime.placement.RoomsTable.Summary;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final PlayerId ANN = new PlayerId("ann");

    /// What every call to the tables answers.
    private final CompletableFuture<Object> written = new CompletableFuture<>();

    private final Outbox outbox = new Outbox(placement(), records(), InstantSource.system());

    private Records records() {
        var loader = getClass().getClassLoader();
        Class<?>[] types = {Records.class};
        return (Records) Proxy.newProxyInstance(loader, types, (_, _, _) -> written);
    }

    private static Placement placement() {
        return new Placement(
                new RoomId("r1"),
                "relay",
                Settings.NONE,
                ANN,
                7,
                true,
                new NodeId("n1"),
                "1",
                1,
                1,
                Manifest.NONE);
    }

    @Test
    void aRoomIsNeededUntilItsEffectsAreHandedOver() {
        var mail = new Effect.Mail(ANN, "a prize", "for you");
        var entry =
                new Entry<>(new Cause.Moved(ANN, 1), 1, 1, List.<Json>of(), List.of(mail), false);
        assertThat(outbox.isIdle()).isTrue();
        outbox.carry(entry, null, () -> {});
        assertThat(outbox.isIdle()).isFalse();
        written.complete(true);
        assertThat(outbox.isIdle()).isTrue();
    }

    @Test
    void aRoomIsNeededUntilItsRowSaysHowItIs() {
        assertThat(outbox.tell(new Summary(0, 1, false, false, 1))).isPresent();
        assertThat(outbox.isIdle()).isFalse();
        outbox.told();
        assertThat(outbox.isIdle()).isTrue();
    }
}
