package games.drawbridge.model.lobby;

import static games.drawbridge.model.room.Decision.accept;
import static games.drawbridge.model.room.Decision.deny;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.rating.Skill;
import games.drawbridge.model.room.Decision;
import games.drawbridge.model.room.Kind;
import games.drawbridge.model.room.Known;
import games.drawbridge.model.room.LatestValue;
import games.drawbridge.model.room.Note;
import games.drawbridge.model.room.Opening;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.room.Stamp;
import games.drawbridge.model.room.Terms;
import games.drawbridge.model.room.Turn;
import games.drawbridge.model.room.WellKnown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A lobby: who queues here is brought together, in even teams, in a room that is made for them.
/// Each player sees their own place in it and nothing of the others.
public final class Lobby
        implements WellKnown<LobbyState, Lobby.Move, Lobby.Event>,
                LatestValue<LobbyState, Lobby.Move, Lobby.Event> {
    public static final String KIND = "lobby";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Follow.class, name = "follow"),
        @JsonSubTypes.Type(value = Queue.class, name = "queue"),
        @JsonSubTypes.Type(value = Stop.class, name = "stop"),
        @JsonSubTypes.Type(value = Accept.class, name = "accept"),
        @JsonSubTypes.Type(value = Decline.class, name = "decline"),
    })
    public sealed interface Move {}

    /// Whom to be in a party with; nobody: alone.
    public record Follow(@Nullable PlayerId leader) implements Move {}

    /// Queues, with all who follow.
    ///
    /// @param region where to play; absent: anywhere
    /// @param role what to play; absent: anything
    /// @param latency milliseconds to each region, as measured; absent: not measured
    /// @param attributes those that the mode wants to be equal, by name
    public record Queue(
            @Nullable String region,
            @Nullable String role,
            @Nullable Map<String, Integer> latency,
            @Nullable Map<String, String> attributes)
            implements Move {
        public Queue(@Nullable String region, @Nullable String role) {
            this(region, role, null, null);
        }
    }

    /// Takes the party out of the queue.
    public record Stop() implements Move {}

    public record Accept(long offer) implements Move {}

    public record Decline(long offer) implements Move {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Rated.class, name = "rated"),
        @JsonSubTypes.Type(value = Followed.class, name = "followed"),
        @JsonSubTypes.Type(value = Queued.class, name = "queued"),
        @JsonSubTypes.Type(value = Stopped.class, name = "stopped"),
        @JsonSubTypes.Type(value = Offered.class, name = "offered"),
        @JsonSubTypes.Type(value = Accepted.class, name = "accepted"),
        @JsonSubTypes.Type(value = Failed.class, name = "failed"),
        @JsonSubTypes.Type(value = Complete.class, name = "complete"),
        @JsonSubTypes.Type(value = Begun.class, name = "begun"),
        @JsonSubTypes.Type(value = Forgotten.class, name = "forgotten"),
        @JsonSubTypes.Type(value = Sought.class, name = "sought"),
        @JsonSubTypes.Type(value = Unsought.class, name = "unsought"),
    })
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public sealed interface Event {}

    /// It is known how well a player plays.
    public record Rated(PlayerId player, Skill skill) implements Event {}

    /// What a lobby is told.
    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    @JsonSubTypes({
        @JsonSubTypes.Type(Skills.class),
        @JsonSubTypes.Type(Opened.class),
        @JsonSubTypes.Type(Seek.class),
    })
    public sealed interface Told permits Skills, Opened, Seek {}

    /// The room of a match is there.
    public record Opened(RoomId room) implements Told {}

    /// A match is over: how well its players play now.
    public record Skills(Map<PlayerId, Skill> skills) implements Told {
        public Skills {
            skills = Map.copyOf(skills);
        }
    }

    public record Followed(PlayerId player, @Nullable PlayerId leader) implements Event {}

    public record Queued(Party party) implements Event {}

    public record Stopped(Party party) implements Event {}

    public record Offered(Offer offer) implements Event {}

    public record Accepted(long offer, PlayerId player) implements Event {}

    /// @param missing who did not accept
    public record Failed(long offer, Set<PlayerId> missing) implements Event {
        public Failed {
            missing = Set.copyOf(missing);
        }
    }

    /// All have accepted, and the match's room is being made.
    public record Complete(long offer, RoomId room) implements Event {}

    /// The match's room is there.
    public record Begun(long offer, RoomId room) implements Event {}

    public record Forgotten(PlayerId player) implements Event {}

    /// A match seeks players.
    public record Sought(Vacancy vacancy) implements Event {}

    /// A match seeks nobody any more.
    public record Unsought(RoomId room) implements Event {}

    @Override
    public Kind<LobbyState, Move, Event> kind() {
        return new Kind<>(KIND, LobbyState.class, Move.class, Event.class, Told.class);
    }

    @Override
    public Optional<Known> known(String name) {
        return NAME.matcher(name).matches()
                ? Optional.of(Known.drawn("lobby/" + name + ".json"))
                : Optional.empty();
    }

    /// Version 2 knows how well players play, version 3 fills matches that have begun, and waits
    /// for their rooms.
    @Override
    public int version() {
        return 3;
    }

    @Override
    public int oldest() {
        return 1;
    }

    @Override
    public Terms terms(Settings settings) {
        return Terms.crowd(LobbyLimits.PLAYERS, LobbyLimits.HOLD);
    }

    @Override
    public LobbyState open(Opening opening) {
        return LobbyState.of(Mode.of(opening.settings()));
    }

    @Override
    public boolean asksForSkill() {
        return true;
    }

    @Override
    public Decision<Event> admit(LobbyState state, Turn turn) {
        var skill = turn.skill();
        return skill == null ? accept() : accept(new Rated(turn.player(), skill));
    }

    @Override
    public Decision<Event> told(LobbyState state, Note note, Turn turn) {
        if (note.returned()) return accept();
        return switch (note.said()) {
            case Skills(var skills) -> rated(skills, turn);
            case Opened(var room) -> Offering.opened(state, room);
            case Seek seek -> Offering.sought(state, note.from(), seek, turn);
            default -> accept();
        };
    }

    /// Who is not here is told of with their next ticket.
    private static Decision<Event> rated(Map<PlayerId, Skill> skills, Turn turn) {
        var here = Set.copyOf(turn.seats());
        var known = new ArrayList<Event>();
        new TreeMap<>(skills)
                .forEach((player, skill) -> {
                    if (here.contains(player)) known.add(new Rated(player, skill));
                });
        return new Decision.Accepted<>(known, List.of());
    }

    @Override
    public Decision<Event> decide(LobbyState state, Move move, Turn turn) {
        var player = turn.player();
        return switch (move) {
            case Follow(var leader) -> Queueing.follow(state, player, leader, turn);
            case Queue queue -> queue(state, queue, turn);
            case Stop _ -> {
                var party = state.party(player);
                yield party == null ? deny("not-queued") : accept(new Stopped(party));
            }
            case Accept(var id) -> Offering.answer(state, id, true, turn);
            case Decline(var id) -> Offering.answer(state, id, false, turn);
        };
    }

    private static Decision<Event> queue(LobbyState state, Queue queue, Turn turn) {
        var decision = Queueing.queue(state, queue, turn);
        return decision instanceof Decision.Accepted<Event> queued && state.isIdle()
                ? queued.with(Offering.lookSoon(turn.at()))
                : decision;
    }

    /// Who did not answer in time is out; then those who wait are brought together.
    @Override
    public Decision<Event> timeUp(LobbyState state, String timer, Turn turn) {
        return Offering.look(state, turn);
    }

    /// Who goes takes the party out of the queue, or the offer with them; not a match whose room is
    /// being made.
    @Override
    public Decision<Event> leave(LobbyState state, Turn turn) {
        var player = turn.player();
        var events = new ArrayList<Event>();
        var party = state.party(player);
        var offer = state.offer(player);
        if (party != null) events.add(new Stopped(party));
        if (offer != null && offer.room() == null)
            events.add(new Failed(offer.id(), Set.of(player)));
        events.add(new Forgotten(player));
        return new Decision.Accepted<>(events, List.of());
    }

    @Override
    public LobbyState evolve(LobbyState state, Event event, Stamp stamp) {
        return switch (event) {
            case Rated(var player, var skill) -> state.rated(player, skill);
            case Followed(var player, var leader) -> state.followed(player, leader);
            case Queued(var party) -> state.queued(party);
            case Stopped(var party) -> state.unqueued(party);
            case Offered(var offer) -> state.offered(offer);
            case Accepted(var id, var player) -> state.accepted(offer(state, id), player);
            case Failed(var id, var missing) -> state.failed(offer(state, id), missing);
            case Complete(var id, var room) -> state.complete(offer(state, id), room);
            case Begun(var id, var room) ->
                    state.begun(offer(state, id), room, stamp.at().toEpochMilli());
            case Forgotten(var player) -> state.forgotten(player);
            case Sought(var vacancy) -> state.sought(vacancy);
            case Unsought(var room) -> state.unsought(room);
        };
    }

    static Offer offer(LobbyState state, long id) {
        var offer = state.offers().get("" + id);
        if (offer == null) throw new IllegalArgumentException("no offer " + id);
        return offer;
    }

    // ---- what is seen ----

    /// @param waiting parties in the queue
    /// @param vacancies matches that seek players
    public record View(Mode mode, int waiting, int vacancies, Tally tally) {}

    @Override
    public Object view(LobbyState state, @Nullable PlayerId viewer) {
        return new View(
                state.mode(), state.waiting().size(), state.vacancies().size(), state.tally());
    }

    @Override
    public Set<String> home(LobbyState state, PlayerId player) {
        return Set.of(player.value());
    }

    @Override
    public Map<String, Object> values(LobbyState state, String cell) {
        return state.values(new PlayerId(cell));
    }

    @Override
    public Set<Spot> changed(LobbyState before, Event event, LobbyState after) {
        return Changes.of(before, event);
    }
}
