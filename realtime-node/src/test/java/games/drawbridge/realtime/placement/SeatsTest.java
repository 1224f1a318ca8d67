package games.drawbridge.realtime.placement;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.placement.RoomsTable.Seat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SeatsTest {
    private static final RoomId ROOM = new RoomId("0123456789abcdef");

    private final List<List<Seat>> written = new ArrayList<>();
    private final List<CompletableFuture<Void>> calls = new ArrayList<>();
    private final Seats seats =
            new Seats(some -> {
                written.add(some);
                calls.add(new CompletableFuture<>());
                return calls.getLast();
            });

    private static Seat seat(int player) {
        return new Seat(ROOM, new PlayerId("p" + player), Instant.EPOCH);
    }

    private List<CompletableFuture<Void>> sit(int from, int to) {
        var all = new ArrayList<CompletableFuture<Void>>();
        for (int i = from; i < to; i++) all.add(seats.add(seat(i)));
        return all;
    }

    private List<Integer> sizes() {
        return written.stream().map(List::size).toList();
    }

    @Test
    void theFirstAreWrittenAtOnceAndThoseWhoComeMeanwhileTogether() {
        sit(0, 4);
        assertThat(sizes()).containsExactly(1, 1, 1, 1);
        var waiting = sit(4, 34);
        assertThat(sizes()).hasSize(4);
        calls.get(2).complete(null);
        assertThat(sizes()).containsExactly(1, 1, 1, 1, RoomsTable.MOST_SEATS);
        calls.get(0).complete(null);
        assertThat(sizes()).endsWith(RoomsTable.MOST_SEATS, 5);
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        calls.get(4).complete(null);
        assertThat(waiting.subList(0, RoomsTable.MOST_SEATS)).allMatch(CompletableFuture::isDone);
        assertThat(waiting.subList(RoomsTable.MOST_SEATS, 30)).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void onceAllAreWrittenTheNextIsWrittenAtOnce() {
        for (int i = 0; i < 9; i++) {
            var one = seats.add(seat(i));
            calls.get(i).complete(null);
            assertThat(one).isCompleted();
        }
        assertThat(sizes()).hasSize(9).containsOnly(1);
    }

    @Test
    void whoSitsDownAgainIsInTheNextCall() {
        sit(0, 4);
        sit(7, 9);
        sit(8, 10);
        calls.get(0).complete(null);
        assertThat(written.getLast()).containsExactly(seat(7), seat(8));
        calls.get(1).complete(null);
        assertThat(written.getLast()).containsExactly(seat(8), seat(9));
    }

    @Test
    void whatCouldNotBeWrittenIsToldToThoseWhoWaitForItAndNobodyElse() {
        sit(0, 4);
        var lost = sit(4, 6);
        calls.get(0).complete(null);
        var later = seats.add(seat(6));
        calls.get(4).completeExceptionally(new IllegalStateException("the node ends"));
        assertThat(lost).allMatch(CompletableFuture::isCompletedExceptionally);
        calls.get(5).complete(null);
        assertThat(later).isCompleted();
    }
}
