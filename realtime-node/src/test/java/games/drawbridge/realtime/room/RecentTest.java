package games.drawbridge.realtime.room;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.wire.WireLimits;
import games.drawbridge.realtime.log.Batch;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentTest {
    private static final Cause MOVED = new Cause.Moved(new PlayerId("ann"), 1);

    private final Recent recent = new Recent(List.of(batch(1, 3, "{}"), batch(2, 2, "{}")));

    /// A batch of `count` events, the last of which is `seq`.
    private static Batch batch(long n, int count, String body) {
        return batch(n, n == 1 ? count : n + 3, count, body);
    }

    private static Batch batch(long n, long seq, int count, String body) {
        var events = Collections.nCopies(count, new Json(body));
        var entry = new Entry<>(MOVED, 1, seq, events, List.of(), false);
        return new Batch(1, n, new NodeId("n1"), 1, List.of(entry));
    }

    private List<Long> after(long seq) {
        return recent.after(seq).stream().map(batch -> batch.id().n()).toList();
    }

    @Test
    void itBeginsWithTheBatchThatHoldsTheNextEvent() {
        recent.add(batch(3, 6, 1, "{}"));
        assertThat(after(0)).containsExactly(1L, 2L, 3L);
        assertThat(after(2)).containsExactly(1L, 2L, 3L);
        assertThat(after(3)).containsExactly(2L, 3L);
        assertThat(after(5)).containsExactly(3L);
        assertThat(after(6)).isEmpty();
    }

    @Test
    void itKeepsAsManyEventsAsAreReplayed() {
        for (int i = 1; i <= 1_000; i++) recent.add(batch(2 + i, 5 + i, 1, "{}"));
        assertThat(recent.after(0)).hasSize(WireLimits.REPLAY_EVENTS);
        assertThat(after(1_003)).containsExactly(1_001L, 1_002L);
    }

    @Test
    void itKeepsAsMuchTextAsIsReplayed() {
        var large = "\"" + "x".repeat(WireLimits.REPLAY_BYTES / 4 - 2) + "\"";
        for (int i = 1; i <= 20; i++) recent.add(batch(2 + i, 5 + i, 1, large));
        assertThat(recent.after(0)).hasSize(4);
    }

    @Test
    void whatIsLargerThanAReplayIsKeptAlone() {
        recent.add(batch(3, 6, 1, "\"" + "x".repeat(2 * WireLimits.REPLAY_BYTES) + "\""));
        assertThat(after(0)).containsExactly(3L);
        recent.add(batch(4, 7, 1, "{}"));
        assertThat(after(0)).containsExactly(3L, 4L);
    }

    @Test
    void whatHasNoEventsTakesNoRoom() {
        for (int i = 1; i <= 1_000; i++) recent.add(batch(2 + i, 5, 0, "{}"));
        assertThat(after(0)).containsExactly(1L, 2L);
    }
}
