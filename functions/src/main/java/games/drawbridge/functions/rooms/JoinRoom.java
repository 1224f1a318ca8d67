package games.drawbridge.functions.rooms;

import static java.nio.charset.StandardCharsets.UTF_8;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.RandomText;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Together;
import games.drawbridge.functions.blocks.BlockTable;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.membership.MembershipTable;
import games.drawbridge.functions.trace.Tracer;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Candidate;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.trace.Trace;
import java.net.URI;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Leads a player to the node that owns a room. A room whose owner is dead gets another first.
@Route("POST /v1/rooms/{room}/join")
public final class JoinRoom extends Endpoint {
    private final InstantSource clock = InstantSource.system();
    private final RoomTable rooms;
    private final NodeTable nodes;
    private final Together together = new Together();
    private final Tickets tickets;
    private final Admission admission;
    private final Probe probe;
    private final Attempts attempts;
    private final Tracer tracer;
    private final WellKnownRooms known;

    public JoinRoom() {
        this(Environment.system());
    }

    public JoinRoom(Environment environment) {
        var aws = new Aws(environment);
        var dice = new SecureRandom();
        rooms = new RoomTable(aws, clock);
        nodes = new NodeTable(aws, clock);
        admission = new Admission(aws, clock);
        tickets = new Tickets(aws, clock, new RandomText(dice));
        probe = new Probe(URI.create(environment.get("ORIGIN")));
        attempts = new Attempts(dice);
        tracer = new Tracer(environment, clock);
        known =
                new WellKnownRooms(
                        rooms,
                        nodes,
                        new TitleFiles(aws),
                        new MembershipTable(aws),
                        new BlockTable(aws),
                        clock,
                        dice);
    }

    /// @param came whether the player was in the room before
    private record Entrance(Room room, boolean came) {}

    @Override
    protected boolean isTraced() {
        return true;
    }

    @Override
    protected Reply answer(Request request) {
        var id = request.path("room", RoomId::new);
        var about = Map.of("player", request.player().value(), "room", id.value());
        return tracer.within(request.trace(), "join", about, place -> answer(request, id, place));
    }

    private Reply answer(Request request, RoomId id, Optional<Trace> trace) {
        var player = request.player();
        var invite = request.bodyIfAny().fields().optionalText("invite", 1, RoomLimits.INVITE_TEXT);
        var trip = together.trip();
        var standing = admission.ask(trip, player, request.hasRole("support", "admin"));
        var visitor = known.ask(trip, id, player);
        var found = trip.with(() -> rooms.find(id));
        var sat = trip.with(() -> rooms.sat(id, player));
        var alive = trip.with(nodes::alive);
        trip.go();
        var may = standing.get();
        var entrance =
                id.isWellKnown()
                        ? new Entrance(
                                known.find(id, player, visitor.get(), found.get(), alive.get()),
                                sat.get())
                        : enter(goingOn(found.get()), player, sat.get(), invite);
        var room =
                owned(entrance, alive.get())
                        .orElseGet(() -> attempts.until(() -> placed(find(id))));
        return Reply.ok(
                tickets.seat(
                        room, player, visitor.get().officer() ? may.moderatingHere() : may, trace));
    }

    private Room find(RoomId id) {
        return goingOn(rooms.find(id));
    }

    private static Room goingOn(Optional<Room> found) {
        var room = found.orElseThrow(() -> Problem.notFound("no such room"));
        if (room.status() == Room.Status.OVER)
            throw new Problem(409, "room-over", "this room is over; its log can be read");
        return room;
    }

    private static Entrance enter(
            Room room, PlayerId player, boolean sat, Optional<String> invite) {
        boolean came = player.equals(room.maker()) || sat;
        if (!came && !invited(room, invite)) throw Problem.forbidden("this room is by invitation");
        return new Entrance(room, came);
    }

    private static boolean invited(Room room, Optional<String> invite) {
        String wanted = room.invite();
        return wanted == null || invite.filter(given -> same(given, wanted)).isPresent();
    }

    /// The room with a live owner; empty when it needs another, or somebody else is giving it one
    /// at this moment. Who comes again lost the way to the owner: it may be dead before its beats
    /// tell. Where no other node beats in time, beats tell nothing, and the room stays.
    ///
    /// @param alive as read at the same time as the room, not after it: good for saying that its
    ///   owner lives, not that it is dead
    private Optional<Room> owned(Entrance entrance, List<Node> alive) {
        var room = entrance.room();
        var owner = alive.stream().filter(room.owner()::is).findFirst();
        if (owner.isEmpty()) return Optional.empty();
        if (!entrance.came() || probe.answers(room.owner().node())) return Optional.of(room);
        var now = clock.instant();
        var others =
                alive.stream()
                        .filter(it -> !it.equals(owner.get()))
                        .filter(it -> it.beatWithin(RoomLimits.BEAT, now))
                        .toList();
        var next = Placement.best(room, others);
        if (next.isEmpty()) return Optional.of(room);
        if (room.isFenced()) return moved(room, next.get());
        throw silent(owner.get(), now);
    }

    /// Nothing but the end of its lease shuts out the owner of such a room: until then each try
    /// would only lengthen the client's back-off.
    private static Problem silent(Node owner, Instant now) {
        var lease = Duration.between(now, owner.beatAt().plus(RoomLimits.BEAT));
        return Problem.unavailable("no-node", "the node of this room does not answer", lease);
    }

    private Optional<Room> placed(Room room) {
        var alive = nodes.alive();
        return room.owner().isAmong(alive)
                ? Optional.of(room)
                : moved(room, Placement.choose(room, alive));
    }

    private Optional<Room> moved(Room room, Candidate node) {
        var next = room.next(node);
        return rooms.move(room, next) ? Optional.of(room.ownedBy(next)) : Optional.empty();
    }

    private static boolean same(String given, String wanted) {
        return MessageDigest.isEqual(given.getBytes(UTF_8), wanted.getBytes(UTF_8));
    }
}
