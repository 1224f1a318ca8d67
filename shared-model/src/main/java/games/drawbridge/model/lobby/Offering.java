package games.drawbridge.model.lobby;

import static games.drawbridge.model.room.Decision.accept;
import static games.drawbridge.model.room.Decision.deny;

import games.drawbridge.model.lobby.Lobby.Accepted;
import games.drawbridge.model.lobby.Lobby.Begun;
import games.drawbridge.model.lobby.Lobby.Complete;
import games.drawbridge.model.lobby.Lobby.Event;
import games.drawbridge.model.lobby.Lobby.Failed;
import games.drawbridge.model.lobby.Lobby.Offered;
import games.drawbridge.model.lobby.Lobby.Sought;
import games.drawbridge.model.lobby.Lobby.Unsought;
import games.drawbridge.model.room.Decision;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// How a match is offered, taken, or taken back.
final class Offering {
    private static final String LOOK = "look";

    private Offering() {}

    /// A player says yes or no to an offer. With the last yes its room is made, or goes on.
    static Decision<Event> answer(LobbyState state, long id, boolean yes, Turn turn) {
        var player = turn.player();
        var offer = state.offer(player);
        if (offer == null || offer.id() != id) return deny("no-such-offer");
        if (offer.accepted().contains(player)) return deny("accepted-already");
        if (!yes) return accept(new Failed(id, Set.of(player)));
        var accepted = new Accepted(id, player);
        var all = offer.with(player);
        if (!all.isComplete()) return accept(accepted);
        var match = all.match();
        if (match.room() != null) return accept(accepted, new Begun(id, match.room()));
        var room = new RoomId("m" + Long.toHexString(turn.dice().nextLong()));
        return Decision.<Event>accept(accepted, new Complete(id, room))
                .with(new Effect.Open(room, state.mode().kind(), match.players(), match.meeting()));
    }

    /// The room of a match is there; a second time it is nothing.
    static Decision<Event> opened(LobbyState state, RoomId room) {
        var begun = new ArrayList<Event>();
        state.offers()
                .forEach((_, offer) -> {
                    if (room.equals(offer.room())) begun.add(new Begun(offer.id(), room));
                });
        return new Decision.Accepted<>(begun, List.of());
    }

    /// One look follows the other for as long as there is something to look at.
    static Effect lookSoon(Instant at) {
        return new Effect.SetTimer(LOOK, at.plus(LobbyLimits.EVERY));
    }

    /// Who did not answer in time is out; then matches that lack somebody are served, for others
    /// play them already, and then those who wait are brought together.
    static Decision<Event> look(LobbyState state, Turn turn) {
        long now = turn.at().toEpochMilli();
        var events = new ArrayList<Event>();
        var next = state;
        for (var offer : late(state, now)) {
            var missing = Set.copyOf(offer.missing());
            events.add(new Failed(offer.id(), missing));
            next = next.failed(offer, missing);
        }
        for (var vacancy : next.seeking())
            if (vacancy.waited(now) > LobbyLimits.SEEK.toMillis()) {
                events.add(new Unsought(vacancy.room()));
                next = next.unsought(vacancy.room());
            }
        long until = turn.at().plusSeconds(state.mode().acceptSeconds()).toEpochMilli();
        int most = LobbyLimits.AT_ONCE;
        var fills = Fill.matches(state.mode(), next.seeking(), next.parties(), now, most);
        next = offer(fills, next, until, events);
        var fresh = Matcher.matches(state.mode(), next.parties(), now, most - fills.size());
        next = offer(fresh, next, until, events);
        return new Decision.Accepted<>(
                events, next.isIdle() ? List.of() : List.of(lookSoon(turn.at())));
    }

    private static LobbyState offer(
            List<Match> matches, LobbyState state, long until, List<Event> events) {
        var next = state;
        for (var match : matches) {
            var offer = new Offer(next.offered() + 1, match, until);
            events.add(new Offered(offer));
            next = next.offered(offer);
        }
        return next;
    }

    private static List<Offer> late(LobbyState state, long now) {
        var late = new ArrayList<Offer>();
        state.offers()
                .forEach((_, offer) -> {
                    if (offer.until() <= now && offer.room() == null) late.add(offer);
                });
        return late;
    }

    /// A match wants players, or nobody any more: who was asked for it waits on then.
    static Decision<Event> sought(LobbyState state, RoomId room, Seek seek, Turn turn) {
        var events = new ArrayList<Event>();
        if (seek.seats() < 1) {
            for (var offer : state.open(room)) events.add(new Failed(offer.id(), Set.of()));
            if (state.vacancies().has(room.value())) events.add(new Unsought(room));
            return new Decision.Accepted<>(events, List.of());
        }
        if (!state.vacancies().has(room.value())
                && state.vacancies().size() >= LobbyLimits.VACANCIES)
            events.add(new Unsought(oldest(state)));
        int seats = Math.min(seek.seats(), LobbyLimits.MATCH) - state.asked(room);
        long now = turn.at().toEpochMilli();
        events.add(
                new Sought(
                        new Vacancy(room, Math.max(0, seats), seek.role(), seek.meeting(), now)));
        return new Decision.Accepted<>(events, List.of());
    }

    private static RoomId oldest(LobbyState state) {
        return state.seeking().stream()
                .min(
                        Comparator.comparingLong(Vacancy::since)
                                .thenComparing(it -> it.room().value()))
                .map(Vacancy::room)
                .orElseThrow();
    }
}
