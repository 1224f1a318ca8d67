package games.drawbridge.realtime.market;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.market.Look;
import games.drawbridge.model.market.OfferId;
import games.drawbridge.model.market.OnOffer;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Note;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.wallet.Unit;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShelvesTest {
    private static final RoomId DISCS = new RoomId("market:item:disc-blue");
    private static final OnOffer OFFER =
            new OnOffer(
                    new OfferId("0".repeat(32)),
                    new PlayerId("ann"),
                    new Unit("item:disc-blue"),
                    1,
                    10,
                    0,
                    1_000);

    private final List<RoomId> watched = new ArrayList<>(List.of(DISCS));
    private final List<String> asked = new ArrayList<>();
    private final List<Note> told = new ArrayList<>();
    private final Queue<Runnable> io = new ArrayDeque<>();
    private boolean broken = false;
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private final Shelves shelves =
            new Shelves(
                    this::read,
                    () -> List.copyOf(watched),
                    (room, note) -> told.add(note),
                    io::add,
                    () -> now);

    private Look read(String shelf, Collection<OfferId> before) {
        asked.add(shelf + " " + before.size());
        if (broken) throw new IllegalStateException("no answer");
        return new Look(List.of(OFFER), List.of());
    }

    private void look() {
        shelves.look();
        while (!io.isEmpty()) io.remove().run();
        now = now.plusSeconds(1);
    }

    @Test
    void whatIsWatchedIsLookedAtAndWhatIsNotCostsNothing() {
        look();
        watched.clear();
        look();
        assertThat(asked).containsExactly("item:disc-blue 0");
        assertThat(told)
                .extracting(Note::said)
                .containsExactly(new Look(List.of(OFFER), List.of()));
    }

    @Test
    void eachLookKnowsWhatTheOneBeforeSawAndHasAnIdOfItsOwn() {
        look();
        look();
        assertThat(asked).containsExactly("item:disc-blue 0", "item:disc-blue 1");
        assertThat(told).extracting(Note::id).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void whoIsWatchedAgainIsLookedAtAnew() {
        look();
        watched.clear();
        look();
        watched.add(DISCS);
        look();
        assertThat(asked).containsExactly("item:disc-blue 0", "item:disc-blue 0");
    }

    @Test
    void aShelfIsLookedAtOnceAtATime() {
        shelves.look();
        shelves.look();
        assertThat(io).hasSize(1);
        look();
        assertThat(asked).hasSize(1);
        look();
        assertThat(asked).hasSize(2);
    }

    @Test
    void afterAFaultTheNextLookTells() {
        broken = true;
        look();
        assertThat(told).isEmpty();
        broken = false;
        look();
        assertThat(told).hasSize(1);
    }

    @Test
    void ofTooManyEachHasItsTurn() {
        watched.clear();
        IntStream.range(0, 2 * Shelves.MOST)
                .forEach(n -> watched.add(new RoomId("market:item:i" + n)));
        look();
        assertThat(asked).hasSize(Shelves.MOST);
        look();
        assertThat(asked.stream().map(it -> it.split(" ", 2)[0]))
                .hasSize(2 * Shelves.MOST)
                .doesNotHaveDuplicates();
    }
}
