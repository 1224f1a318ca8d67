package games.drawbridge.history;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.games.Relay;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.AckLevel;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.wire.NodeFrame.Mode;
import games.drawbridge.model.wire.NodeFrame.Why;
import games.drawbridge.realtime.log.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each invariant, kept and broken. The room is ann's; she said "a" and "b", bob said "c".
class CheckerTest {
    private static final RoomId ROOM = new RoomId("r1");
    private static final NodeId N1 = new NodeId("n1");
    private static final NodeId N2 = new NodeId("n2");
    private static final PlayerId ANN = new PlayerId("ann");
    private static final PlayerId BOB = new PlayerId("bob");

    private final Promise promise = Promise.of(AckLevel.DURABLE).rules(new Relay());
    private final List<Batch> log =
            new ArrayList<>(
                    List.of(
                            batch(1, 0, N1),
                            batch(1, 1, N1, opened(), sat(BOB)),
                            batch(1, 2, N1, moved(ANN, 1, 1, "a")),
                            batch(2, 0, N2),
                            batch(2, 1, N2, moved(ANN, 2, 2, "b"), moved(BOB, 1, 3, "c"))));
    private final List<Line> lines =
            new ArrayList<>(
                    List.of(
                            joined(1, ANN, Mode.FRESH, null, 1, 0, 0, 0),
                            joined(2, BOB, Mode.FRESH, null, 1, 0, 0, 0),
                            sent(3, ANN, 1, "a"),
                            told(4, ANN, 1, 1, ANN, 1, "a"),
                            told(5, BOB, 1, 1, ANN, 1, "a"),
                            new Line.TookOver(6, N2, ROOM, 2),
                            joined(7, ANN, Mode.RESUMED, null, 2, 1, 1, -1),
                            joined(8, BOB, Mode.RESET, Why.GAP, 2, 1, 0, 1),
                            sent(9, ANN, 2, "b"),
                            sent(10, BOB, 1, "c"),
                            told(11, ANN, 2, 2, ANN, 2, "b"),
                            told(12, ANN, 2, 3, BOB, 1, "c"),
                            told(13, BOB, 2, 2, ANN, 2, "b"),
                            told(14, BOB, 2, 3, BOB, 1, "c")));

    @Test
    void aGoodEveningKeepsAllOfThem() {
        var verdict = judged();
        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.sent()).isEqualTo(3);
        assertThat(verdict.acknowledged()).isEqualTo(3);
        assertThat(verdict.told()).isEqualTo(6);
        assertThat(verdict.resumed()).isEqualTo(1);
        assertThat(verdict.takeOvers()).isEqualTo(1);
    }

    @Test
    void whatWasAcknowledgedMustBeInTheLog() {
        log.set(4, batch(2, 1, N2, moved(ANN, 2, 2, "b")));
        lines.subList(11, 14).clear();
        lines.add(told(13, BOB, 2, 2, ANN, 2, "b"));
        lines.add(new Line.Acknowledged(14, BOB, ROOM, 1, 3));
        assertThat(broken()).containsExactly(1);
    }

    @Test
    void whatWasDeniedForGoodMustNotBeInTheLog() {
        lines.add(new Line.Denied(15, ANN, ROOM, 3, Code.RULES, false));
        assertThat(broken()).isEmpty();
        log.add(batch(2, 2, N2, moved(ANN, 3, 4, "d")));
        lines.add(told(16, ANN, 2, 4, BOB, 9, "d"));
        assertThat(broken()).contains(1);
    }

    @Test
    void anotherBodyIsAnotherMove() {
        lines.set(8, sent(9, ANN, 2, "x"));
        assertThat(broken()).containsExactly(1);
    }

    @Test
    void aMoveStandsInTheLogOnce() {
        log.add(batch(2, 2, N2, moved(BOB, 1, 4, "c")));
        lines.add(told(15, ANN, 2, 4, BOB, 1, "c"));
        lines.add(told(16, BOB, 2, 4, BOB, 1, "c"));
        assertThat(broken()).containsExactly(2);
    }

    @Test
    void epochsNeverGoBack() {
        log.add(batch(1, 3, N1));
        assertThat(broken()).containsExactly(3);
    }

    @Test
    void aGapInTheLogIsSeen() {
        log.set(4, batch(2, 1, N2, moved(ANN, 2, 3, "b"), moved(BOB, 1, 4, "c")));
        assertThat(broken()).contains(3);
    }

    @Test
    void whatWasToldMustBeWhatIsLogged() {
        lines.set(12, told(13, BOB, 2, 2, ANN, 2, "changed"));
        assertThat(broken()).containsExactly(4);
    }

    @Test
    void nobodyMayMissAnEvent() {
        lines.remove(12);
        assertThat(broken()).containsExactly(4);
    }

    @Test
    void everybodyMustHaveEverythingInTheEnd() {
        lines.remove(13);
        assertThat(broken()).containsExactly(5, 5); // and bob has no answer
        lines.add(new Line.Left(15, BOB, ROOM));
        assertThat(broken()).isEmpty();
    }

    @Test
    void everybodyMustHaveEverythingInTime() {
        assertThat(judged(promise.convergedBy(14)).violations()).isEmpty();
        assertThat(broken(promise.convergedBy(13))).containsExactly(5);
    }

    @Test
    void whatWasAcknowledgedBeforeAnotherWasSentStandsBeforeIt() {
        log.set(4, batch(2, 1, N2, moved(BOB, 1, 2, "c"), moved(ANN, 2, 3, "b")));
        lines.subList(9, 14).clear();
        lines.add(new Line.Acknowledged(10, ANN, ROOM, 2, 3));
        lines.add(sent(11, BOB, 1, "c"));
        for (var player : List.of(ANN, BOB)) {
            lines.add(told(12, player, 2, 2, BOB, 1, "c"));
            lines.add(told(13, player, 2, 3, ANN, 2, "b"));
        }
        assertThat(broken()).containsExactly(6);
    }

    @Test
    void aStateMustBeTheLogFolded() {
        lines.set(7, joined(8, BOB, Mode.RESET, Why.GAP, 2, 1, 0, 7));
        assertThat(broken()).containsExactly(7);
    }

    @Test
    void nothingIsToldBeforeItIsSafe() {
        lines.add(3, new Line.Safe(4, ROOM, 1, 1, AckLevel.DURABLE));
        lines.add(10, new Line.Safe(9, ROOM, 2, 3, AckLevel.DURABLE));
        assertThat(broken()).isEmpty();
        lines.set(10, new Line.Safe(9, ROOM, 2, 2, AckLevel.DURABLE));
        assertThat(broken()).containsExactly(8, 8);
        lines.set(3, new Line.Safe(4, ROOM, 1, 1, AckLevel.LIVE));
        assertThat(broken()).containsExactly(8, 8, 8, 8);
    }

    @Test
    void ownersAreNotFencedForNothing() {
        lines.add(new Line.Fenced(15, N1, ROOM, 1));
        assertThat(broken(promise.mostFenced(1))).isEmpty();
        assertThat(broken(promise.mostFenced(0))).containsExactly(9);
    }

    @Test
    void nobodyIsToldOfALossWhereNothingMayBeLost() {
        lines.set(7, joined(8, BOB, Mode.RESET, Why.LOST, 2, 1, 0, 1));
        assertThat(broken()).containsExactly(10);
        assertThat(broken(promise.mayLose(true))).isEmpty();
    }

    @Test
    void aLossThatIsAllowedMustBeTold() {
        var may = promise.mayLose(true);
        lines.add(5, told(5, BOB, 1, 2, ANN, 2, "never kept"));
        lines.set(8, joined(8, BOB, Mode.RESET, Why.LOST, 2, 1, 0, 1));
        assertThat(broken(may)).isEmpty();
        lines.remove(8);
        lines.removeIf(
                line -> line instanceof Line.Told it && it.player().equals(BOB) && it.at() == 13);
        assertThat(broken(may)).containsExactly(4);
    }

    @Test
    void aHistoryIsTheSameAfterItWasWrittenAndRead() {
        lines.add(new Line.Denied(15, ANN, ROOM, 3, Code.NOT_SEATED, true));
        lines.add(new Line.Closed(16, ANN, ROOM, 4202));
        lines.add(new Line.Fault(17, "n1 is killed"));
        assertThat(lines)
                .allSatisfy(it -> assertThat(History.line(History.json(it))).isEqualTo(it));
    }

    private Verdict judged() {
        return judged(promise);
    }

    private Verdict judged(Promise promise) {
        return Checker.judge(ROOM, promise, log, lines);
    }

    private List<Integer> broken() {
        return broken(promise);
    }

    private List<Integer> broken(Promise promise) {
        return judged(promise).violations().stream().map(Violation::invariant).toList();
    }

    @SafeVarargs
    private static Batch batch(long epoch, long n, NodeId node, Entry<Json>... entries) {
        return new Batch(epoch, n, node, 1, List.of(entries));
    }

    private static Entry<Json> opened() {
        return entry(new Cause.Opened(ANN, "relay", Settings.NONE, 7), 0);
    }

    private static Entry<Json> sat(PlayerId player) {
        return entry(new Cause.Sat(player), 0);
    }

    private static Entry<Json> moved(PlayerId player, long id, long seq, String word) {
        return entry(new Cause.Moved(player, id), seq, word);
    }

    private static Entry<Json> entry(Cause cause, long seq, String... words) {
        var events = Stream.of(words).map(CheckerTest::quoted).map(Json::new).toList();
        return new Entry<>(cause, 0, seq, events, null, false);
    }

    private static String quoted(String word) {
        return "\"" + word + "\"";
    }

    private static Line sent(long at, PlayerId player, long id, String word) {
        return new Line.Sent(at, player, ROOM, id, Hash.of(quoted(word)));
    }

    private static Line told(
            long at, PlayerId player, long epoch, long seq, PlayerId by, long id, String word) {
        return new Line.Told(at, player, ROOM, epoch, seq, by, id, Hash.of(quoted(word)));
    }

    /// @param size in the state shown; -1: none is shown
    private static Line joined(
            long at,
            PlayerId player,
            Mode mode,
            Why why,
            long epoch,
            long seq,
            long last,
            long size) {
        var state = size < 0 ? null : Hash.of("{ \"size\": " + size + " }");
        return new Line.Joined(at, player, ROOM, mode, why, epoch, seq, last, state);
    }
}
