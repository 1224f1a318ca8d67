package games.drawbridge.realtime.room;

import static games.drawbridge.realtime.room.TestRoom.ROOM;
import static games.drawbridge.realtime.room.TestRoom.visit;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.region.Region;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.model.wire.NodeFrame.Ack;
import games.drawbridge.model.wire.NodeFrame.Joined;
import games.drawbridge.model.wire.NodeFrame.Mode;
import games.drawbridge.model.wire.NodeFrame.Patch;
import games.drawbridge.realtime.wire.Encoded;
import games.drawbridge.realtime.wire.Encoding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Of a region of 100 by 100 tiles.
class PatchesTest {
    private static final Duration TICK = Duration.ofMillis(250);
    private static final String ANNS = "{\"owner\":\"ann\",\"troops\":100,\"base\":true}";

    private final TestRoom.Visit ann = visit("ann");
    private final TestRoom.Visit bob = visit("bob");
    private final TestRoom room = region().join(ann).join(bob);

    private static TestRoom region() {
        return TestRoom.of(new Region(), Map.of("rows", Collections.nCopies(100, ".".repeat(100))));
    }

    @Test
    void aJoinShowsTheGroundAndNoValues() {
        var joined = (Joined) room.heard(bob).getFirst();
        assertThat(joined.mode()).isEqualTo(Mode.FRESH);
        assertThat(joined.seq()).as("no event is told, so none can be missing").isZero();
        assertThat(joined.members()).as("of a crowd").isEmpty();
        assertThat(joined.state().text()).startsWith("{\"width\":100,\"height\":100,\"cell\":8,");
        assertThat(room.core().told()).isZero();
    }

    @Test
    void whoLooksIsToldWhatIsThereAndThenWhatChanges() {
        room.move(ann, 1, settle(9, 9)).stored();
        quiet();
        room.move(bob, 1, look(8, 8, 8, 8));
        assertThat(room.heard(bob)).containsExactly(patch(1, "9:9", ANNS), new Ack(ROOM, 1, 0));
        room.move(ann, 2, claim(10, 9)).stored();
        assertThat(room.heard(ann)).containsExactly(new Ack(ROOM, 2, 2));
        room.after(TICK);
        assertThat(room.heard(bob)).containsExactly(patch(2, "10:9", tile("ann")));
        assertThat(room.heard(ann)).as("looks nowhere").isEmpty();
        assertThat(room.core().summary(true).head()).isEqualTo(2);
    }

    @Test
    void lookingIsNotLogged() {
        int before = room.log().size();
        room.move(bob, 1, look(0, 0, 8, 8)).move(bob, 2, look(8, 0, 8, 8)).stored();
        assertThat(room.log()).hasSize(before);
        quiet();
        room.move(bob, 1, look(0, 0, 8, 8));
        assertThat(room.heard(bob))
                .as("a repeat is answered again")
                .containsExactly(new Ack(ROOM, 1, 0));
    }

    @Test
    void nothingIsToldBeforeTheLogHasIt() {
        room.move(bob, 1, look(0, 0, 8, 8));
        quiet();
        room.move(ann, 1, settle(1, 1)).after(TICK);
        assertThat(room.heard(bob)).isEmpty();
        room.stored();
        assertThat(room.heard(bob)).containsExactly(patch(1, "1:1", ANNS));
    }

    @Test
    void whatChangesBetweenTwoTicksIsOneFrameOfTheNewestValues() {
        room.move(bob, 1, look(0, 0, 8, 8));
        quiet();
        room.move(ann, 1, settle(1, 1)).stored(); // at once, for nothing was told lately
        assertThat(room.heard(bob)).hasSize(1);
        for (int n = 2; n <= 6; n++) room.move(ann, n, claim(n, 1)).stored();
        assertThat(room.heard(bob)).isEmpty();
        assertThat(room.core().nextTick()).isBefore(Instant.MAX);
        room.after(TICK);
        var frames = room.heard(bob);
        assertThat(frames).hasSize(1);
        assertThat(((Patch) frames.getFirst()).set())
                .containsOnlyKeys("2:1", "3:1", "4:1", "5:1", "6:1");
        assertThat(((Patch) frames.getFirst()).version()).isEqualTo(6);
    }

    @Test
    void whatGoesOutOfSightIsTakenAway() {
        room.move(ann, 1, settle(7, 7)).move(ann, 2, claim(8, 7)).stored();
        room.move(bob, 1, look(0, 0, 16, 8));
        var view = new HashMap<String, Json>();
        apply(view, room.heard(bob));
        assertThat(view).containsOnlyKeys("7:7", "8:7");
        room.move(bob, 2, look(8, 0, 16, 8));
        apply(view, room.heard(bob));
        assertThat(view).containsOnlyKeys("8:7");
        room.move(bob, 3, look(50, 50, 8, 8));
        apply(view, room.heard(bob));
        assertThat(view).isEmpty();
        room.move(ann, 3, claim(9, 7)).stored().after(TICK);
        assertThat(room.heard(bob)).as("does not look there any more").isEmpty();
    }

    @Test
    void whatGoesWhileItIsStillBeingLoggedLeavesNoGhost() {
        room.move(ann, 1, settle(1, 1)).move(ann, 2, march(1, 1, 3, 1)).stored();
        room.move(bob, 1, look(0, 0, 8, 8));
        var view = new HashMap<String, Json>();
        apply(view, room.heard(bob));
        assertThat(view).containsKey("march:1@0:0");
        room.after(Duration.ofSeconds(4)); // it arrives, and the log takes its time
        room.move(bob, 2, look(50, 50, 8, 8)).stored();
        apply(view, room.heard(bob));
        assertThat(view).isEmpty();
    }

    @Test
    void whoComesBackLooksAgain() {
        room.move(bob, 1, look(0, 0, 8, 8)).on(new In.Gone(bob));
        quiet();
        room.move(ann, 1, settle(1, 1)).stored();
        room.back(bob, 1, 0);
        var frames = room.heard(bob);
        assertThat(frames).hasSize(1);
        assertThat(((Joined) frames.getFirst()).mode()).isEqualTo(Mode.RESET);
        room.move(ann, 2, claim(2, 1)).stored().after(TICK);
        assertThat(room.heard(bob)).isEmpty();
        room.move(bob, 2, look(0, 0, 8, 8));
        assertThat(((Patch) room.heard(bob).getFirst()).set()).containsOnlyKeys("1:1", "2:1");
    }

    @Test
    void whoIsBehindIsToldAllChangesAtOnceLater() {
        room.move(bob, 1, look(0, 0, 8, 8));
        room.move(ann, 1, settle(1, 1)).stored().after(TICK);
        quiet();
        room.on(new In.Behind(bob));
        for (int n = 2; n <= 5; n++) room.move(ann, n, claim(n, 1)).stored().after(TICK);
        assertThat(room.heard(bob)).isEmpty();
        room.on(new In.Drained(bob, 2));
        var frames = room.heard(bob);
        assertThat(frames).hasSize(1);
        assertThat(((Patch) frames.getFirst()).set()).containsOnlyKeys("3:1", "4:1", "5:1");
        assertThat(((Patch) frames.getFirst()).full()).isNull();
        room.move(ann, 6, claim(6, 1)).stored().after(TICK);
        assertThat(room.heard(bob)).hasSize(1);
    }

    @Test
    void whoLookedElsewhereWhileBehindIsToldEverythingAgain() {
        room.move(bob, 1, look(0, 0, 8, 8));
        room.move(ann, 1, settle(7, 7)).move(ann, 2, claim(8, 8)).stored().after(TICK);
        quiet();
        room.on(new In.Behind(bob)).move(bob, 2, look(0, 0, 16, 16));
        room.heard(bob); // its socket takes none of this
        room.on(new In.Drained(bob, 1));
        var frames = room.heard(bob);
        assertThat(((Patch) frames.getFirst()).full()).isTrue();
        var view = new HashMap<String, Json>(Map.of("9:9", Json.EMPTY));
        apply(view, frames);
        assertThat(view).containsOnlyKeys("7:7", "8:8");
    }

    @Test
    void theNextOwnerTellsTheSame() {
        room.move(ann, 1, settle(1, 1)).move(ann, 2, claim(2, 1)).stored();
        var next =
                room.takenOver(
                        new Region(), Map.of("rows", Collections.nCopies(100, ".".repeat(100))));
        next.join(bob).move(bob, 1, look(0, 0, 8, 8)).stored();
        var view = new HashMap<String, Json>();
        apply(view, next.heard(bob));
        assertThat(view).containsOnlyKeys("1:1", "2:1");
        next.move(ann, 3, claim(1, 1)).stored();
    }

    /// Each tells how many frames one change costs and that they are the same bytes.
    @ParameterizedTest
    @ValueSource(ints = {10, 100, 500})
    void aChangeCostsOneEncodingAndOneFrameForEachWatcher(int watchers) {
        var wide = region().join(ann);
        var told = new ArrayList<Out.Tell>();
        var visits = new ArrayList<Link>();
        for (int n = 0; n < watchers; n++) {
            var watcher = visit("w" + n);
            visits.add(watcher);
            wide.join(watcher).move(watcher, 1, look(0, 0, 32, 32)).stored();
            wide.heard(watcher);
        }
        wide.move(ann, 1, settle(1, 1)).stored();
        wide.tells(told);
        for (int n = 2; n <= 5; n++) wide.move(ann, n, claim(n, 1));
        wide.stored().after(TICK);
        var patches = told.stream().filter(it -> it.frame() instanceof Patch).toList();
        assertThat(patches).as("frames that are encoded").hasSize(1);
        assertThat(patches.getFirst().to()).containsExactlyInAnyOrderElementsOf(visits);
        int bytes = new Encoded(patches.getFirst().frame()).bytes(Encoding.JSON).length;
        assertThat(bytes).as("of four changes").isBetween(100, 250);
    }

    @Test
    void aChangeWhereNobodyLooksCostsNothing() {
        room.move(bob, 1, look(50, 50, 8, 8));
        quiet();
        var told = new ArrayList<Out.Tell>();
        room.tells(told);
        room.move(ann, 1, settle(1, 1)).stored().after(TICK);
        assertThat(told).extracting(Out.Tell::frame).hasOnlyElementsOfType(Ack.class);
    }

    @Test
    void aPatchIsReadBackByARelay() {
        var set = new HashMap<String, Json>();
        set.put("1:1", new Json(ANNS));
        set.put("2:2", null);
        var encoded = new Encoded(new Patch(ROOM, 7, set, null));
        var text = new String(encoded.bytes(Encoding.JSON), UTF_8);
        assertThat(text).contains("\"t\":\"patch\"", "\"version\":7", "\"2:2\":null", ANNS);
        assertThat(text).doesNotContain("full");
        var read = Encoded.read(encoded.text()).orElseThrow();
        assertThat(read.text()).isEqualTo(encoded.text());
        assertThat(((Patch) read.frame()).version()).isEqualTo(7);
    }

    private void quiet() {
        room.after(TICK);
        room.heard(ann);
        room.heard(bob);
    }

    private static void apply(Map<String, Json> view, List<NodeFrame> frames) {
        for (var frame : frames)
            if (frame instanceof Patch patch) {
                if (Boolean.TRUE.equals(patch.full())) view.clear();
                patch.set()
                        .forEach((key, value) -> {
                            if (value == null) view.remove(key);
                            else view.put(key, value);
                        });
            }
    }

    private static Patch patch(long version, String key, String value) {
        return new Patch(ROOM, version, Map.of(key, new Json(value)), null);
    }

    private static String tile(String owner) {
        return "{\"owner\":\"" + owner + "\"}";
    }

    private static String look(int x, int y, int width, int height) {
        return "{\"look\":{\"x\":%d,\"y\":%d,\"width\":%d,\"height\":%d}}"
                .formatted(x, y, width, height);
    }

    private static String settle(int x, int y) {
        return "{\"settle\":{\"x\":%d,\"y\":%d}}".formatted(x, y);
    }

    private static String march(int x, int y, int toX, int toY) {
        return "{\"march\":{\"from\":{\"x\":%d,\"y\":%d},\"to\":{\"x\":%d,\"y\":%d},\"troops\":1}}"
                .formatted(x, y, toX, toY);
    }

    private static String claim(int x, int y) {
        return "{\"claim\":{\"x\":%d,\"y\":%d}}".formatted(x, y);
    }
}
