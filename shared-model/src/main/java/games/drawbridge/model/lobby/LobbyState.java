package games.drawbridge.model.lobby;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Book;
import games.drawbridge.model.room.RoomId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A lobby as it stands.
///
/// @param waiting parties in the queue, by leader
/// @param offers by id
/// @param places of each player who queues, is offered a match or has one
/// @param follows whom a player follows into the queue, by player
/// @param offered how many offers there ever were
public record LobbyState(
        Mode mode,
        Book<Party> waiting,
        Book<Offer> offers,
        Book<Place> places,
        Book<PlayerId> follows,
        long offered,
        Tally tally) {

    /// Where a player is. One of the three, or none of them.
    ///
    /// @param leader of the party that waits
    /// @param offer that waits for an answer
    /// @param room of the match, once all have accepted
    public record Place(@Nullable PlayerId leader, @Nullable Long offer, @Nullable RoomId room) {}

    /// What came of queueing here.
    ///
    /// @param matches that were begun
    /// @param failed offers that somebody did not accept
    /// @param players who got into a match
    /// @param waited milliseconds, all of those players together
    /// @param quality of all matches together
    public record Tally(long matches, long failed, long players, long waited, long quality) {
        static final Tally NONE = new Tally(0, 0, 0, 0, 0);
    }

    static LobbyState of(Mode mode) {
        return new LobbyState(
                mode, Book.empty(), Book.empty(), Book.empty(), Book.empty(), 0, Tally.NONE);
    }

    /// Whether there is nothing to look at.
    boolean isIdle() {
        return waiting.size() == 0 && offers.size() == 0;
    }

    @Nullable Place place(PlayerId player) {
        return places.get(player.value());
    }

    boolean isWaiting(PlayerId player) {
        var place = place(player);
        return place != null && place.leader() != null;
    }

    @Nullable Party party(PlayerId player) {
        var place = place(player);
        var leader = place == null ? null : place.leader();
        return leader == null ? null : waiting.get(leader.value());
    }

    @Nullable Offer offer(PlayerId player) {
        var place = place(player);
        var id = place == null ? null : place.offer();
        return id == null ? null : offers.get("" + id);
    }

    /// All that wait, in the book's order.
    List<Party> parties() {
        var all = new ArrayList<Party>();
        waiting.forEach((_, party) -> all.add(party));
        return all;
    }

    /// Who follows a player into the queue.
    List<PlayerId> followers(PlayerId leader) {
        var all = new ArrayList<PlayerId>();
        follows.forEach((player, whom) -> {
            if (whom.equals(leader)) all.add(new PlayerId(player));
        });
        return all;
    }

    // ---- what happens ----

    LobbyState queued(Party party) {
        var next = at(party, new Place(party.leader(), null, null));
        return next.with(waiting.with(party.leader().value(), party), offers);
    }

    LobbyState unqueued(Party party) {
        return at(party, null).with(waiting.without(party.leader().value()), offers);
    }

    LobbyState offered(Offer offer) {
        var next = this;
        var left = waiting;
        for (var party : offer.match().parties().toList()) {
            next = next.at(party, new Place(null, offer.id(), null));
            left = left.without(party.leader().value());
        }
        return new LobbyState(
                mode,
                left,
                offers.with("" + offer.id(), offer),
                next.places,
                follows,
                offer.id(),
                tally);
    }

    LobbyState accepted(Offer offer, PlayerId player) {
        return with(waiting, offers.with("" + offer.id(), offer.with(player)));
    }

    /// The offer is off: parties of which nobody is missing wait on from where they were.
    LobbyState failed(Offer offer, Set<PlayerId> missing) {
        var next = with(waiting, offers.without("" + offer.id()));
        for (var party : offer.match().parties().toList()) {
            boolean whole = party.members().stream().noneMatch(it -> missing.contains(it.player()));
            next = whole ? next.queued(party) : next.at(party, null);
        }
        return next.with(
                new Tally(
                        tally.matches,
                        tally.failed + 1,
                        tally.players,
                        tally.waited,
                        tally.quality));
    }

    LobbyState begun(Offer offer, RoomId room, long at) {
        var next = with(waiting, offers.without("" + offer.id()));
        long waited = 0;
        for (var party : offer.match().parties().toList()) {
            next = next.at(party, new Place(null, null, room));
            waited += party.waited(at) * party.size();
        }
        return next.with(
                new Tally(
                        tally.matches + 1,
                        tally.failed,
                        tally.players + offer.match().players().size(),
                        tally.waited + waited,
                        tally.quality + offer.match().quality()));
    }

    LobbyState followed(PlayerId player, @Nullable PlayerId whom) {
        var next =
                whom == null ? follows.without(player.value()) : follows.with(player.value(), whom);
        return new LobbyState(mode, waiting, offers, places, next, offered, tally);
    }

    /// Nothing is kept of who has left and has nothing to wait for.
    LobbyState forgotten(PlayerId player) {
        return new LobbyState(
                mode,
                waiting,
                offers,
                places.without(player.value()),
                follows.without(player.value()),
                offered,
                tally);
    }

    private LobbyState at(Party party, @Nullable Place place) {
        var next = places;
        for (var member : party.members()) {
            String player = member.player().value();
            next = place == null ? next.without(player) : next.with(player, place);
        }
        return new LobbyState(mode, waiting, offers, next, follows, offered, tally);
    }

    private LobbyState with(Book<Party> parties, Book<Offer> open) {
        return new LobbyState(mode, parties, open, places, follows, offered, tally);
    }

    private LobbyState with(Tally next) {
        return new LobbyState(mode, waiting, offers, places, follows, offered, next);
    }

    // ---- what is seen ----

    /// What a player sees: their party in the queue, their offer, or their match.
    Map<String, Object> values(PlayerId player) {
        var values = new LinkedHashMap<String, Object>();
        var place = place(player);
        var party = party(player);
        var offer = offer(player);
        if (party != null) values.put("party", party);
        if (offer != null) values.put("offer", offer.view(player));
        if (place != null && place.room() != null)
            values.put("match", Map.of("room", place.room(), "kind", mode.kind()));
        return values;
    }
}
