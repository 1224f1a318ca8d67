package games.drawbridge.model.lobby;

import static games.drawbridge.model.room.Decision.accept;
import static games.drawbridge.model.room.Decision.deny;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Decision;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.Kind;
import games.drawbridge.model.room.Known;
import games.drawbridge.model.room.LatestValue;
import games.drawbridge.model.room.Opening;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.room.Stamp;
import games.drawbridge.model.room.Terms;
import games.drawbridge.model.room.Turn;
import games.drawbridge.model.room.WellKnown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A lobby: who queues here is brought together, in even teams, in a room that is made for them.
/// Each player sees their own place in it and nothing of the others.
public final class Lobby
        implements WellKnown<LobbyState, Lobby.Move, Lobby.Event>,
                LatestValue<LobbyState, Lobby.Move, Lobby.Event> {
    private static final String LOOK = "look";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern WORD = Pattern.compile("[a-z0-9-]{0," + LobbyLimits.NAME + "}");

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
    public record Queue(@Nullable String region, @Nullable String role) implements Move {}

    /// Takes the party out of the queue.
    public record Stop() implements Move {}

    public record Accept(long offer) implements Move {}

    public record Decline(long offer) implements Move {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Followed.class, name = "followed"),
        @JsonSubTypes.Type(value = Queued.class, name = "queued"),
        @JsonSubTypes.Type(value = Stopped.class, name = "stopped"),
        @JsonSubTypes.Type(value = Offered.class, name = "offered"),
        @JsonSubTypes.Type(value = Accepted.class, name = "accepted"),
        @JsonSubTypes.Type(value = Failed.class, name = "failed"),
        @JsonSubTypes.Type(value = Begun.class, name = "begun"),
        @JsonSubTypes.Type(value = Forgotten.class, name = "forgotten"),
    })
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public sealed interface Event {}

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

    public record Begun(long offer, RoomId room) implements Event {}

    public record Forgotten(PlayerId player) implements Event {}

    @Override
    public Kind<LobbyState, Move, Event> kind() {
        return new Kind<>("lobby", LobbyState.class, Move.class, Event.class);
    }

    @Override
    public Optional<Known> known(String name) {
        return NAME.matcher(name).matches()
                ? Optional.of(Known.drawn("lobby/" + name + ".json"))
                : Optional.empty();
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
    public Decision<Event> decide(LobbyState state, Move move, Turn turn) {
        var player = turn.player();
        return switch (move) {
            case Follow(var leader) -> follow(state, player, leader, turn);
            case Queue queue -> queue(state, player, queue, turn);
            case Stop _ -> {
                var party = state.party(player);
                yield party == null ? deny("not-queued") : accept(new Stopped(party));
            }
            case Accept(var id) -> answer(state, id, true, turn);
            case Decline(var id) -> answer(state, id, false, turn);
        };
    }

    private static Decision<Event> follow(
            LobbyState state, PlayerId player, @Nullable PlayerId leader, Turn turn) {
        if (state.isWaiting(player) || state.offer(player) != null) return deny("queued-already");
        if (leader == null) return accept(new Followed(player, null));
        if (leader.equals(player) || !turn.seats().contains(leader)) return deny("nobody-there");
        return accept(new Followed(player, leader));
    }

    private static Decision<Event> queue(
            LobbyState state, PlayerId player, Queue queue, Turn turn) {
        if (state.follows().has(player.value())) return deny("your-leader-queues");
        if (!isWord(queue.region) || !isWord(queue.role)) return deny("no-such-word");
        var members = new ArrayList<>(List.of(new Party.Member(player, queue.role)));
        for (var follower : state.followers(player))
            if (turn.seats().contains(follower)) members.add(new Party.Member(follower, null));
        if (members.size() > state.mode().size()) return deny("party-too-large");
        for (var member : members)
            if (state.isWaiting(member.player()) || state.offer(member.player()) != null)
                return deny("queued-already");
        var party =
                new Party(
                        player, members, LobbyLimits.SKILL, queue.region, turn.at().toEpochMilli());
        var queued = Decision.<Event>accept(new Queued(party));
        return state.isIdle() ? queued.with(lookSoon(turn.at())) : queued;
    }

    private static boolean isWord(@Nullable String word) {
        return word == null || WORD.matcher(word).matches();
    }

    private static Decision<Event> answer(LobbyState state, long id, boolean yes, Turn turn) {
        var player = turn.player();
        var offer = state.offer(player);
        if (offer == null || offer.id() != id) return deny("no-such-offer");
        if (offer.accepted().contains(player)) return deny("accepted-already");
        if (!yes) return accept(new Failed(id, Set.of(player)));
        var accepted = new Accepted(id, player);
        var all = offer.with(player);
        if (!all.isComplete()) return accept(accepted);
        var room = new RoomId("m" + Long.toHexString(turn.dice().nextLong()));
        return Decision.<Event>accept(accepted, new Begun(id, room))
                .with(new Effect.Open(room, state.mode().kind(), all.match().players()));
    }

    /// One look follows the other for as long as there is something to look at.
    private static Effect lookSoon(Instant at) {
        return new Effect.SetTimer(LOOK, at.plus(LobbyLimits.EVERY));
    }

    /// Who did not answer in time is out; then those who wait are brought together.
    @Override
    public Decision<Event> timeUp(LobbyState state, String timer, Turn turn) {
        long now = turn.at().toEpochMilli();
        var events = new ArrayList<Event>();
        var next = state;
        for (var offer : late(state, now)) {
            var missing = Set.copyOf(offer.missing());
            events.add(new Failed(offer.id(), missing));
            next = next.failed(offer, missing);
        }
        long until = turn.at().plusSeconds(state.mode().acceptSeconds()).toEpochMilli();
        var matcher = new Matcher(state.mode(), next.parties(), now);
        for (var match : matcher.matches(LobbyLimits.AT_ONCE)) {
            var offer = new Offer(next.offered() + 1, match, until, Set.of());
            events.add(new Offered(offer));
            next = next.offered(offer);
        }
        return new Decision.Accepted<>(
                events, next.isIdle() ? List.of() : List.of(lookSoon(turn.at())));
    }

    private static List<Offer> late(LobbyState state, long now) {
        var late = new ArrayList<Offer>();
        state.offers()
                .forEach((_, offer) -> {
                    if (offer.until() <= now) late.add(offer);
                });
        return late;
    }

    /// Who goes takes the party out of the queue, or the offer with them.
    @Override
    public Decision<Event> leave(LobbyState state, Turn turn) {
        var player = turn.player();
        var events = new ArrayList<Event>();
        var party = state.party(player);
        var offer = state.offer(player);
        if (party != null) events.add(new Stopped(party));
        if (offer != null) events.add(new Failed(offer.id(), Set.of(player)));
        events.add(new Forgotten(player));
        return new Decision.Accepted<>(events, List.of());
    }

    @Override
    public LobbyState evolve(LobbyState state, Event event, Stamp stamp) {
        return switch (event) {
            case Followed(var player, var leader) -> state.followed(player, leader);
            case Queued(var party) -> state.queued(party);
            case Stopped(var party) -> state.unqueued(party);
            case Offered(var offer) -> state.offered(offer);
            case Accepted(var id, var player) -> state.accepted(offer(state, id), player);
            case Failed(var id, var missing) -> state.failed(offer(state, id), missing);
            case Begun(var id, var room) ->
                    state.begun(offer(state, id), room, stamp.at().toEpochMilli());
            case Forgotten(var player) -> state.forgotten(player);
        };
    }

    private static Offer offer(LobbyState state, long id) {
        var offer = state.offers().get("" + id);
        if (offer == null) throw new IllegalArgumentException("no offer " + id);
        return offer;
    }

    // ---- what is seen ----

    /// @param waiting parties in the queue
    public record View(Mode mode, int waiting, LobbyState.Tally tally) {}

    @Override
    public Object view(LobbyState state, @Nullable PlayerId viewer) {
        return new View(state.mode(), state.waiting().size(), state.tally());
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
        var spots = new LinkedHashSet<Spot>();
        switch (event) {
            case Followed _, Forgotten _ -> {}
            case Queued(var party) -> spots(spots, party);
            case Stopped(var party) -> spots(spots, party);
            case Offered(var offer) -> offer.match().parties().forEach(it -> spots(spots, it));
            case Accepted(var id, _) -> spots(spots, offer(before, id));
            case Failed(var id, _) -> spots(spots, offer(before, id));
            case Begun(var id, _) -> spots(spots, offer(before, id));
        }
        return spots;
    }

    private static void spots(Set<Spot> spots, Offer offer) {
        offer.match().parties().forEach(party -> spots(spots, party));
    }

    private static void spots(Set<Spot> spots, Party party) {
        for (var member : party.members())
            for (var key : List.of("party", "offer", "match"))
                spots.add(new Spot(member.player().value(), key));
    }
}
