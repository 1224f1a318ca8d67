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
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.RoomId;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/// Leads a player to the node that owns a room. A room whose owner is dead gets another first.
@Route("POST /v1/rooms/{room}/join")
public final class JoinRoom extends Endpoint {
    private final RoomTable rooms;
    private final NodeTable nodes;
    private final Tickets tickets;
    private final Attempts attempts;

    public JoinRoom() {
        this(Environment.system());
    }

    public JoinRoom(Environment environment) {
        var aws = new Aws(environment);
        var clock = InstantSource.system();
        var dice = new SecureRandom();
        rooms = new RoomTable(aws, clock);
        nodes = new NodeTable(aws, clock);
        tickets = new Tickets(aws, clock, new RandomText(dice));
        attempts = new Attempts(dice);
    }

    @Override
    protected Reply answer(Request request) {
        var player = request.player();
        var id = request.path("room", RoomId::new);
        var invite = request.bodyIfAny().fields().optionalText("invite", 1, RoomLimits.INVITE_TEXT);
        var room = attempts.until(() -> owned(id, player, invite));
        return Reply.ok(tickets.seat(room, player));
    }

    /// The room with a live owner; empty when somebody else is giving it one at this moment.
    private Optional<Room> owned(RoomId id, PlayerId player, Optional<String> invite) {
        var room = rooms.find(id).orElseThrow(() -> Problem.notFound("no such room"));
        if (!admits(room, player, invite)) throw Problem.forbidden("this room is by invitation");
        if (room.status() == Room.Status.OVER)
            throw new Problem(409, "room-over", "this room is over; its log can be read");
        var alive = nodes.alive();
        if (room.owner().isAmong(alive)) return Optional.of(room);
        var next = room.next(Placement.choose(id, room.kind(), room.owner().version(), alive));
        return rooms.move(room, next) ? Optional.of(room.ownedBy(next)) : Optional.empty();
    }

    private boolean admits(Room room, PlayerId player, Optional<String> invite) {
        String wanted = room.invite();
        return wanted == null
                || player.equals(room.maker())
                || invite.filter(given -> same(given, wanted)).isPresent()
                || rooms.sat(room.id(), player);
    }

    private static boolean same(String given, String wanted) {
        return MessageDigest.isEqual(given.getBytes(UTF_8), wanted.getBytes(UTF_8));
    }
}
