package games.drawbridge.functions.rooms;

import static java.nio.charset.StandardCharsets.UTF_8;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.RandomText;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.membership.MembershipTable;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Candidate;
import games.drawbridge.model.room.RoomId;
import java.net.URI;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Leads a player to the node that owns a room. A room whose owner is dead gets another first.
@Route("POST /v1/rooms/{room}/join")
public final class JoinRoom extends Endpoint {
    private final InstantSource clock = InstantSource.system();
    private final RoomTable rooms;
    private final NodeTable nodes;
    private final Tickets tickets;
    private final Admission admission;
    private final Probe probe;
    private final Attempts attempts;
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
        known =
                new WellKnownRooms(
                        rooms, nodes, new TitleFiles(aws), new MembershipTable(aws), clock, dice);
    }

    /// @param came whether the player was in the room before
    private record Entrance(Room room, boolean came) {}

    @Override
    protected Reply answer(Request request) {
        var player = request.player();
        var id = request.path("room", RoomId::new);
        var standing = admission.check(player, request.hasRole("support", "admin"));
        var invite = request.bodyIfAny().fields().optionalText("invite", 1, RoomLimits.INVITE_TEXT);
        var entrance =
                id.isWellKnown()
                        ? stand(known.find(id, player), player)
                        : enter(find(id), player, invite);
        var room = owned(entrance).orElseGet(() -> attempts.until(() -> placed(find(id))));
        return Reply.ok(tickets.seat(room, player, known.standing(id, player, standing)));
    }

    private Room find(RoomId id) {
        var room = rooms.find(id).orElseThrow(() -> Problem.notFound("no such room"));
        if (room.status() == Room.Status.OVER)
            throw new Problem(409, "room-over", "this room is over; its log can be read");
        return room;
    }

    private Entrance enter(Room room, PlayerId player, Optional<String> invite) {
        boolean came = player.equals(room.maker()) || rooms.sat(room.id(), player);
        if (!came && !invited(room, invite)) throw Problem.forbidden("this room is by invitation");
        return new Entrance(room, came);
    }

    /// Who asked first has not been there for that.
    private Entrance stand(Room room, PlayerId player) {
        return new Entrance(room, rooms.sat(room.id(), player));
    }

    private static boolean invited(Room room, Optional<String> invite) {
        String wanted = room.invite();
        return wanted == null || invite.filter(given -> same(given, wanted)).isPresent();
    }

    /// The room with a live owner; empty when somebody else is giving it one at this moment. Who
    /// comes again lost the way to the owner: it may be dead before its beats tell. Where no other
    /// node beats in time, beats tell nothing, and the room stays.
    private Optional<Room> owned(Entrance entrance) {
        var room = entrance.room();
        var alive = nodes.alive();
        if (!entrance.came() || !room.isFenced() || !room.owner().isAmong(alive))
            return placed(room, alive);
        var node = room.owner().node();
        if (probe.answers(node)) return Optional.of(room);
        var now = clock.instant();
        var others =
                alive.stream()
                        .filter(it -> !it.candidate().node().equals(node))
                        .filter(it -> it.beatWithin(RoomLimits.BEAT, now))
                        .toList();
        return Placement.best(room, others)
                .map(next -> moved(room, next))
                .orElse(Optional.of(room));
    }

    private Optional<Room> placed(Room room) {
        return placed(room, nodes.alive());
    }

    private Optional<Room> placed(Room room, List<Node> alive) {
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
