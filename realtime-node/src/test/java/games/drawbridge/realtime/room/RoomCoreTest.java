package games.drawbridge.realtime.room;

import static games.drawbridge.realtime.room.TestRoom.ROOM;
import static games.drawbridge.realtime.room.TestRoom.visit;
import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.games.FourInARow;
import games.drawbridge.model.games.Relay;
import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.wire.CloseCode;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.model.wire.NodeFrame.Ack;
import games.drawbridge.model.wire.NodeFrame.Deny;
import games.drawbridge.model.wire.NodeFrame.Event;
import games.drawbridge.model.wire.NodeFrame.Joined;
import games.drawbridge.model.wire.NodeFrame.Live;
import games.drawbridge.model.wire.NodeFrame.Member;
import games.drawbridge.model.wire.NodeFrame.Member.Status;
import games.drawbridge.model.wire.NodeFrame.Mode;
import games.drawbridge.model.wire.NodeFrame.Why;
import games.drawbridge.model.wire.WireLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoomCoreTest {
    private final TestRoom.Visit ann = visit("ann");
    private final TestRoom.Visit bob = visit("bob");

    // ---- nothing leaves before it is safe ----

    @Test
    void nobodyHearsOfAnEventBeforeTheLogHasIt() {
        var room = both(TestRoom.relay());
        room.move(ann, 1, "{\"x\":1}");
        assertThat(room.heard(ann)).isEmpty();
        assertThat(room.heard(bob)).isEmpty();
        room.stored();
        assertThat(room.heard(ann)).containsExactly(event(1, "ann", 1, "{\"x\":1}"));
        assertThat(room.heard(bob)).containsExactly(event(1, "ann", 1, "{\"x\":1}"));
    }

    @Test
    void aDenialWaitsForWhatItWasDecidedOn() {
        var room = both(TestRoom.of(new FourInARow(), Map.of()));
        room.move(ann, 1, "{\"drop\":0}").move(ann, 2, "{\"drop\":0}");
        assertThat(room.heard(ann)).isEmpty();
        room.stored();
        assertThat(room.heard(ann))
                .extracting(Object::getClass)
                .containsExactly(Event.class, Deny.class);
    }

    @Test
    void oneBatchCarriesWhatCameWhileTheLogWasWriting() {
        var room = both(TestRoom.relay());
        int before = room.log().size();
        for (int i = 1; i <= 10; i++) room.move(ann, i, "{}");
        room.stored();
        assertThat(room.log().subList(before, room.log().size()))
                .extracting(batch -> batch.entries().size())
                .containsExactly(1, 9);
        assertThat(seqs(room.heard(bob))).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void theStateOfWhoJoinsWaitsForTheLogToo() {
        var room = TestRoom.relay().join(ann);
        room.heard(ann);
        room.move(ann, 1, "{}").on(new In.Join(bob, null));
        assertThat(room.heard(bob)).isEmpty();
        room.stored();
        assertThat(room.heard(bob)).containsExactly(joined(Mode.FRESH, 1, "{\"size\":1}", null));
    }

    // ---- a relay that enters again ----

    @Test
    void aRelayEntersAgainWithoutANewSeat() {
        var room = both(TestRoom.relay());
        room.move(ann, 1, "{}").stored();
        room.heard(bob);
        room.on(new In.Rejoin(bob, new Position(1, 0))).read();
        assertThat(room.heard(bob))
                .extracting(Object::getClass)
                .containsExactly(Joined.class, Event.class, Live.class);
        assertThat(room.closed(bob)).isNull();
    }

    @Test
    void aRelayTakesNoSeatFromAnotherSocketOfThePlayer() {
        var room = both(TestRoom.relay());
        var newer = visit("bob", 2);
        room.join(newer);
        room.on(new In.Rejoin(bob, new Position(1, 0))).read();
        assertThat(room.closed(bob)).isEqualTo(CloseCode.ELSEWHERE);
        assertThat(room.closed(newer)).isNull();
        room.heard(newer);
        room.move(ann, 1, "{}").stored();
        assertThat(seqs(room.heard(newer))).containsExactly(1L);
    }

    // ---- moves ----

    @Test
    void aRepeatedMoveIsAnsweredAgainAndNotAppliedAgain() {
        var room = both(TestRoom.relay());
        room.move(ann, 1, "{}").move(ann, 2, "{}").stored();
        room.heard(ann);
        room.heard(bob);
        room.move(ann, 1, "{}").stored();
        assertThat(room.heard(ann)).containsExactly(new Ack(ROOM, 1, 1));
        assertThat(room.heard(bob)).isEmpty();
    }

    @Test
    void aRepeatedDenialIsTheSameDenial() {
        var room = both(TestRoom.of(new FourInARow(), Map.of()));
        room.move(bob, 1, "{\"drop\":0}").stored();
        var denial = new Deny(ROOM, 1, Code.RULES, "not-your-turn", null);
        assertThat(room.heard(bob)).containsExactly(denial);
        room.move(ann, 1, "{\"drop\":0}").move(bob, 1, "{\"drop\":0}").stored();
        assertThat(room.heard(bob)).contains(denial);
        room.move(bob, 2, "{\"drop\":0}").stored();
        assertThat(room.heard(bob)).extracting(Object::getClass).containsExactly(Event.class);
    }

    @Test
    void moveIdsFollowEachOther() {
        var room = both(TestRoom.relay());
        room.move(ann, 2, "{}");
        assertThat(room.heard(ann))
                .containsExactly(new Deny(ROOM, 2, Code.ORDER, "move 1 comes first", 100L));
        room.move(ann, 1, "{}").move(ann, 2, "{}").stored();
        assertThat(seqs(room.heard(ann))).containsExactly(1L, 2L);
    }

    @Test
    void aMoveThatIsNoneOfTheKindIsBadAndUsesItsIdUp() {
        var room = both(TestRoom.of(new FourInARow(), Map.of()));
        long id = 1;
        for (String body : List.of("{}", "{\"drop\":\"3\"}", "{\"drop\":null}", "{\"drop\":3.5}")) {
            room.move(ann, id++, body).stored();
            assertThat(room.heard(ann))
                    .as(body)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Deny.class, deny -> assertThat(deny.code()).isEqualTo(Code.BAD));
        }
        room.move(ann, id, "{\"drop\":3}").stored();
        assertThat(seqs(room.heard(ann))).containsExactly(1L);
    }

    @Test
    void whoIsNotSeatedCannotMove() {
        var room = both(TestRoom.relay());
        room.move(visit("eve"), 1, "{}");
        assertThat(room.heard(visit("eve")))
                .containsExactly(new Deny(ROOM, 1, Code.NOT_SEATED, "join first", null));
    }

    @Test
    void atMost32MovesAreUnanswered() {
        var room = both(TestRoom.relay());
        for (int i = 1; i <= WireLimits.UNANSWERED + 1; i++) room.move(ann, i, "{}");
        assertThat(room.heard(ann))
                .singleElement()
                .isInstanceOfSatisfying(
                        Deny.class,
                        deny -> {
                            assertThat(deny.code()).isEqualTo(Code.BUSY);
                            assertThat(deny.id()).isEqualTo(33);
                            assertThat(deny.retryIn()).isPositive();
                        });
        room.stored().move(ann, 33, "{}").stored();
        assertThat(seqs(room.heard(ann))).hasSize(33);
    }

    @Test
    void whileTheLogDoesNotAnswerTheRoomIsBusy() {
        var room = both(TestRoom.relay());
        room.move(ann, 1, "{}").after(Duration.ofSeconds(2)).move(bob, 1, "{}");
        assertThat(room.heard(bob))
                .singleElement()
                .isInstanceOfSatisfying(
                        Deny.class, deny -> assertThat(deny.code()).isEqualTo(Code.BUSY));
        room.stored().move(bob, 1, "{}").stored();
        assertThat(seqs(room.heard(bob))).containsExactly(1L, 2L);
    }

    // ---- seats ----

    @Test
    void membersSeeEachOtherComeAndGo() {
        var room = TestRoom.relay().join(ann);
        room.heard(ann);
        room.join(bob);
        assertThat(room.heard(ann)).containsExactly(member("bob", Status.HERE));
        room.on(new In.Gone(bob));
        assertThat(room.heard(ann)).containsExactly(member("bob", Status.AWAY));
        room.join(bob);
        assertThat(room.heard(ann)).containsExactly(member("bob", Status.HERE));
        room.on(new In.Leave(bob)).stored();
        assertThat(room.heard(ann)).containsExactly(member("bob", Status.LEFT));
        assertThat(room.core().players()).isEqualTo(1);
    }

    @Test
    void aSeatIsHeldForTwoMinutes() {
        var room = both(TestRoom.relay());
        room.on(new In.Gone(bob)).after(Duration.ofSeconds(119)).stored();
        assertThat(room.core().players()).isEqualTo(2);
        room.after(Duration.ofSeconds(1)).stored();
        assertThat(room.core().players()).isEqualTo(1);
        assertThat(room.heard(ann)).endsWith(member("bob", Status.LEFT));
    }

    @Test
    void theNewerSessionOfAPlayerTakesTheSeat() {
        var room = both(TestRoom.relay());
        var elsewhere = visit("bob", 2);
        room.join(elsewhere);
        assertThat(room.closed(bob)).isEqualTo(CloseCode.ELSEWHERE);
        room.move(bob, 1, "{}");
        assertThat(room.heard(bob)).extracting(Object::getClass).endsWith(Deny.class);
        room.on(new In.Gone(bob)).move(elsewhere, 1, "{}").stored();
        assertThat(seqs(room.heard(elsewhere))).containsExactly(1L);
    }

    @Test
    void aFullRoomTakesNobodyElse() {
        var room = both(TestRoom.of(new Relay(), Map.of("seats", 2)));
        room.join(visit("eve"));
        assertThat(room.heard(visit("eve")))
                .containsExactly(new NodeFrame.Problem(Code.FULL, "every seat is taken", ROOM));
        room.on(new In.Leave(bob)).stored().join(visit("eve"));
        assertThat(room.heard(visit("eve"))).hasOnlyElementsOfType(Joined.class);
    }

    // ---- coming back ----

    @Test
    void seatsAreHeldForAGameThatGoesOn() {
        var room = both(TestRoom.of(new FourInARow(), Map.of()));
        room.move(ann, 1, "{\"drop\":1}").stored().on(new In.Gone(ann)).on(new In.Gone(bob));
        assertThat(room.core().isIdle()).isFalse();
        room.join(bob).move(bob, 1, "{\"resign\":true}").stored();
        assertThat(room.core().isIdle()).as("bob is there").isFalse();
        room.on(new In.Gone(bob));
        assertThat(room.core().isIdle()).isTrue();
    }

    @Test
    void whoComesBackHearsWhatWasMissedAndNothingTwice() {
        var room = both(TestRoom.relay());
        room.move(ann, 1, "{\"x\":1}").stored().on(new In.Gone(bob));
        room.move(ann, 2, "{\"x\":2}").move(ann, 3, "{\"x\":3}").stored();
        room.heard(bob);
        room.back(bob, 1, 1).read();
        assertThat(room.heard(bob))
                .containsExactly(
                        joined(Mode.RESUMED, 3, null, null),
                        event(2, "ann", 2, "{\"x\":2}"),
                        event(3, "ann", 3, "{\"x\":3}"),
                        new Live(ROOM, 3));
        room.move(ann, 4, "{}").stored();
        assertThat(seqs(room.heard(bob))).containsExactly(4L);
    }

    @Test
    void whatHappensDuringTheReplayComesBehindIt() {
        var room = both(TestRoom.relay());
        room.move(ann, 1, "{}").stored().on(new In.Gone(bob)).heard(bob);
        room.back(bob, 1, 0).move(bob, 1, "{}").move(ann, 2, "{}");
        assertThat(room.heard(bob)).isEmpty();
        room.stored().read();
        var heard = room.heard(bob);
        assertThat(seqs(heard)).containsExactly(1L, 2L, 3L);
        assertThat(heard.getFirst()).isInstanceOf(Joined.class);
        assertThat(heard.getLast()).isEqualTo(new Live(ROOM, 3));
    }

    @Test
    void aPositionThatWasNotKeptIsReset() {
        var room = both(TestRoom.relay());
        room.move(ann, 1, "{}").stored();
        for (var position : List.of(new Position(1, 2), new Position(2, 1), new Position(9, 99))) {
            room.heard(bob);
            room.back(bob, position.epoch(), position.seq());
            assertThat(room.heard(bob)).as("before the log has said whose it is").isEmpty();
            room.read().stored();
            assertThat(room.heard(bob))
                    .as(position.toString())
                    .containsExactly(joined(Mode.RESET, 1, "{\"size\":1}", Why.LOST));
        }
    }

    @Test
    void whatAnEarlierOwnerToldAndDidNotKeepIsLost() {
        var before = both(TestRoom.relay());
        before.move(ann, 1, "{}").stored();
        var kept = before.takenOver(new Relay());
        kept.back(ann, 1, 1).read().move(ann, 2, "{}").stored();
        kept.back(bob, 1, 2).read().stored();
        assertThat(kept.heard(bob))
                .as("bob saw another event 2, of epoch 1")
                .singleElement()
                .isInstanceOfSatisfying(
                        Joined.class, joined -> assertThat(joined.why()).isEqualTo(Why.LOST));
        kept.back(bob, 2, 1).read();
        assertThat(seqs(kept.heard(bob)))
                .as("entered under epoch 2 before event 2")
                .containsExactly(2L);
    }

    @Test
    void whoMissedMoreThanAReplayIsReset() {
        var room = both(TestRoom.relay());
        for (int i = 1; i <= WireLimits.REPLAY_EVENTS + 1; i++) room.move(ann, i, "{}").stored();
        room.heard(bob);
        room.back(bob, 1, 0).read().stored();
        assertThat(room.heard(bob))
                .containsExactly(joined(Mode.RESET, 301, "{\"size\":301}", Why.GAP));
        room.back(bob, 1, 1).read();
        assertThat(room.heard(bob)).hasSize(302);
    }

    @Test
    void aReplayOfTooManyBytesIsResetAsWell() {
        var room = both(TestRoom.relay());
        var body = "{\"x\":\"" + "y".repeat(3_000) + "\"}";
        for (int i = 1; i <= 100; i++) room.move(ann, i, body).stored();
        room.heard(bob);
        room.back(bob, 1, 0).read().stored();
        assertThat(room.heard(bob))
                .containsExactly(joined(Mode.RESET, 100, "{\"size\":100}", Why.GAP));
    }

    @Test
    void aSlowLinkHearsNothingUntilItHasRoomAndThenEverything() {
        var room = both(TestRoom.relay());
        room.move(ann, 1, "{}").stored().on(new In.Behind(bob));
        room.heard(bob);
        room.move(ann, 2, "{}").move(ann, 3, "{}").stored();
        assertThat(room.heard(bob)).isEmpty();
        room.on(new In.Drained(bob, 1)).read();
        assertThat(seqs(room.heard(bob))).containsExactly(2L, 3L);
        room.move(ann, 4, "{}").stored();
        assertThat(seqs(room.heard(bob))).containsExactly(4L);
    }

    // ---- another owner ----

    @Test
    void theNextOwnerKnowsEveryPlayersMovesFromTheLog() {
        var before = both(TestRoom.relay());
        before.move(ann, 1, "{}").move(ann, 2, "{}").stored();
        var room = before.takenOver(new Relay()).back(ann, 1, 2).read().stored();
        assertThat(room.heard(ann))
                .first()
                .isEqualTo(
                        new Joined(
                                ROOM,
                                "relay",
                                Mode.RESUMED,
                                2,
                                2,
                                null,
                                List.of(seat("ann", Status.HERE), seat("bob", Status.AWAY)),
                                2,
                                null));
        room.move(ann, 2, "{}").move(ann, 3, "{}").stored();
        assertThat(room.heard(ann)).startsWith(new Ack(ROOM, 2, 2));
        assertThat(room.core().summary(true).head()).isEqualTo(3);
    }

    @Test
    void theNextOwnerTakesAnIdBehindDenialsThatItCannotKnow() {
        var before = both(TestRoom.of(new FourInARow(), Map.of()));
        before.move(bob, 1, "{\"drop\":0}").move(bob, 2, "{\"drop\":0}").stored();
        before.move(ann, 1, "{\"drop\":0}").stored();
        var room = before.takenOver(new FourInARow()).back(bob, 1, 1).read();
        room.heard(bob);
        room.move(bob, 3, "{\"drop\":0}").stored();
        assertThat(seqs(room.heard(bob))).containsExactly(2L);
    }

    @Test
    void timersOfTheRulesOutliveTheirOwner() {
        var before = both(TestRoom.of(new FourInARow(), Map.of()));
        before.move(ann, 1, "{\"drop\":0}").stored();
        var room = before.takenOver(new FourInARow()).after(Duration.ofSeconds(30)).stored();
        assertThat(room.core().over()).isTrue();
        assertThat(room.carried)
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.effects())
                                .filteredOn(Effect.Outward.class::isInstance)
                                .hasSize(2));
    }

    // ---- the words used above ----

    private TestRoom both(TestRoom room) {
        room.join(ann).join(bob);
        room.heard(ann);
        room.heard(bob);
        return room;
    }

    private static List<Long> seqs(List<NodeFrame> frames) {
        return frames.stream()
                .flatMap(it -> it instanceof Event event ? Stream.of(event.seq()) : Stream.empty())
                .toList();
    }

    private static Member member(String player, Status status) {
        return new Member(ROOM, visit(player).player(), status);
    }

    private static Member.Seat seat(String player, Status status) {
        return new Member.Seat(visit(player).player(), status);
    }

    /// An event of epoch 1, at whatever time.
    private static NodeFrame event(long seq, String by, long id, String body) {
        var at = java.time.Instant.parse("2026-11-01T20:00:00Z").toEpochMilli();
        return new Event(ROOM, seq, 1, at, visit(by).player(), id, new Json(body));
    }

    private static NodeFrame joined(Mode mode, long seq, String state, Why why) {
        var members = List.of(seat("ann", Status.HERE), seat("bob", Status.HERE));
        var json = state == null ? null : new Json(state);
        return new Joined(ROOM, "relay", mode, 1, seq, json, members, 0, why);
    }
}
