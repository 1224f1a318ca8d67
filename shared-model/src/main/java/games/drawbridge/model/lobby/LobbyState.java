package games.drawbridge.model.lobby;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.rating.Skill;
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
/// @param skills of those players of whom something is known, while they are here
/// @param vacancies in matches that have begun, by room
public record LobbyState(
        Mode mode,
        Book<Party> waiting,
        Book<Offer> offers,
        Book<Place> places,
        Book<PlayerId> follows,
        long offered,
        Tally tally,
        Book<Skill> skills,
        Book<Vacancy> vacancies) {

    /// A state of before there were skills and vacancies has none.
    public LobbyState(
            Mode mode,
            Book<Party> waiting,
            Book<Offer> offers,
            Book<Place> places,
            Book<PlayerId> follows,
            long offered,
            Tally tally,
            @Nullable Book<Skill> skills,
            @Nullable Book<Vacancy> vacancies) {
        this.mode = mode;
        this.waiting = waiting;
        this.offers = offers;
        this.places = places;
        this.follows = follows;
        this.offered = offered;
        this.tally = tally;
        this.skills = skills == null ? Book.empty() : skills;
        this.vacancies = vacancies == null ? Book.empty() : vacancies;
    }

    /// Where a player is. One of the three, or none of them.
    ///
    /// @param leader of the party that waits
    /// @param offer that waits for an answer
    /// @param room of the match, once all have accepted
    public record Place(@Nullable PlayerId leader, @Nullable Long offer, @Nullable RoomId room) {}

    static LobbyState of(Mode mode) {
        return new LobbyState(
                mode,
                Book.empty(),
                Book.empty(),
                Book.empty(),
                Book.empty(),
                0,
                Tally.NONE,
                null,
                null);
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

    /// Whether a player waits, or a match waits for their answer.
    boolean isQueued(PlayerId player) {
        return isWaiting(player) || offer(player) != null;
    }

    /// How well a player plays; who nothing is known of is in the middle.
    Skill skill(PlayerId player) {
        var known = skills.get(player.value());
        return known == null ? Skill.NEW : known;
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

    /// Seats of a match for which somebody is asked at this moment.
    int asked(RoomId room) {
        return open(room).stream().mapToInt(offer -> offer.match().players().size()).sum();
    }

    /// Offers to come into a match that goes on.
    List<Offer> open(RoomId room) {
        var all = new ArrayList<Offer>();
        offers.forEach((_, offer) -> {
            if (room.equals(offer.match().room())) all.add(offer);
        });
        return all;
    }

    /// Matches that seek players.
    List<Vacancy> seeking() {
        var all = new ArrayList<Vacancy>();
        vacancies.forEach((_, vacancy) -> all.add(vacancy));
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
                        tally,
                        skills,
                        vacancies)
                .seats(offer.match(), -1);
    }

    LobbyState accepted(Offer offer, PlayerId player) {
        return with(waiting, offers.with("" + offer.id(), offer.with(player)));
    }

    LobbyState complete(Offer offer, RoomId room) {
        return with(waiting, offers.with("" + offer.id(), offer.with(room)));
    }

    /// The offer is off: parties of which nobody is missing wait on from where they were.
    LobbyState failed(Offer offer, Set<PlayerId> missing) {
        var next = with(waiting, offers.without("" + offer.id()));
        for (var party : offer.match().parties().toList()) {
            boolean whole = party.members().stream().noneMatch(it -> missing.contains(it.player()));
            next = whole ? next.queued(party) : next.at(party, null);
        }
        return next.seats(offer.match(), 1).with(tally.failedOnce());
    }

    /// Who has gone meanwhile finds the match among their rooms.
    LobbyState begun(Offer offer, RoomId room, long at) {
        var next = with(waiting, offers.without("" + offer.id()));
        long waited = 0;
        for (var party : offer.match().parties().toList())
            waited += party.waited(at) * party.size();
        for (var player : offer.match().players())
            if (offer.equals(offer(player))) next = next.at(player, new Place(null, null, room));
        return next.with(tally.begun(offer.match(), waited));
    }

    LobbyState sought(Vacancy vacancy) {
        return with(vacancies.with(vacancy.room().value(), vacancy));
    }

    LobbyState unsought(RoomId room) {
        return with(vacancies.without(room.value()));
    }

    /// A match that goes on has as many seats more, or less, as these players need.
    private LobbyState seats(Match match, int sign) {
        var room = match.room();
        var vacancy = room == null ? null : vacancies.get(room.value());
        return vacancy == null
                ? this
                : sought(vacancy.with(vacancy.seats() + sign * match.players().size()));
    }

    LobbyState followed(PlayerId player, @Nullable PlayerId whom) {
        var next =
                whom == null ? follows.without(player.value()) : follows.with(player.value(), whom);
        return new LobbyState(
                mode, waiting, offers, places, next, offered, tally, skills, vacancies);
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
                tally,
                skills.without(player.value()),
                vacancies);
    }

    LobbyState rated(PlayerId player, Skill skill) {
        var next = skills.with(player.value(), skill);
        return new LobbyState(
                mode, waiting, offers, places, follows, offered, tally, next, vacancies);
    }

    private LobbyState at(Party party, @Nullable Place place) {
        var next = this;
        for (var member : party.members()) next = next.at(member.player(), place);
        return next;
    }

    private LobbyState at(PlayerId player, @Nullable Place place) {
        String name = player.value();
        var next = place == null ? places.without(name) : places.with(name, place);
        return new LobbyState(
                mode, waiting, offers, next, follows, offered, tally, skills, vacancies);
    }

    private LobbyState with(Book<Party> parties, Book<Offer> open) {
        return new LobbyState(
                mode, parties, open, places, follows, offered, tally, skills, vacancies);
    }

    private LobbyState with(Tally next) {
        return new LobbyState(
                mode, waiting, offers, places, follows, offered, next, skills, vacancies);
    }

    private LobbyState with(Book<Vacancy> next) {
        return new LobbyState(mode, waiting, offers, places, follows, offered, tally, skills, next);
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
        if (skills.has(player.value())) values.put("skill", skill(player));
        if (place != null && place.room() != null)
            values.put("match", Map.of("room", place.room(), "kind", mode.kind()));
        return values;
    }
}
