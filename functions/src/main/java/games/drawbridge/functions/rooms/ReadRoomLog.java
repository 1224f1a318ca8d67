package games.drawbridge.functions.rooms;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.log.RoomLogs;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Settings;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What happened in a room, for who was in it and for support: enough to fold it again.
@Route(value = "GET /v1/rooms/{room}/log", rate = 100, burst = 200)
public final class ReadRoomLog extends Endpoint {
    private final RoomTable rooms;
    private final RoomLogs logs;
    private final Attempts attempts = new Attempts(new SecureRandom());

    public ReadRoomLog() {
        this(Environment.system());
    }

    public ReadRoomLog(Environment environment) {
        var aws = new Aws(environment);
        rooms = new RoomTable(aws, InstantSource.system());
        logs = new RoomLogs(aws);
    }

    private record Listing(
            List<RoomLog.Event> events,
            long head,
            boolean over,
            String kind,
            Settings settings,
            List<RoomLog.Seated> seats) {}

    @Override
    protected Reply answer(Request request) {
        var viewer = request.player();
        var id = request.path("room", RoomId::new);
        long after = request.query("after", 0, 0, Long.MAX_VALUE);
        int limit = (int) request.query("limit", RoomLimits.LOG_PAGE, 1, RoomLimits.LOG_PAGE);
        var room = find(id);
        if (!rooms.sat(id, viewer) && !request.hasRole("support", "admin"))
            throw Problem.forbidden("only who was in the room may read its log");
        var page =
                page(room, viewer, after, limit)
                        .orElseGet(
                                () -> attempts.until(() -> page(find(id), viewer, after, limit)));
        return Reply.ok(page);
    }

    private Room find(RoomId id) {
        return rooms.find(id).orElseThrow(() -> Problem.notFound("no such room"));
    }

    /// Empty when some of it was moved to the archive meanwhile.
    private Optional<Listing> page(Room room, PlayerId viewer, long after, int limit) {
        try {
            var page = listing(room, viewer, after, limit);
            return rooms.isStill(room) ? Optional.of(page) : Optional.empty();
        } catch (Problem problem) {
            if (rooms.isStill(room)) throw problem;
            return Optional.empty();
        }
    }

    private Listing listing(Room room, PlayerId viewer, long after, int limit) {
        var rules = Kinds.named(room.kind());
        var page = new RoomLog(room.id(), rules, viewer, after, limit);
        var level = rules.terms(room.settings()).ack();
        var end = logs.read(room.id(), level, room.manifest(), after, page::read);
        boolean over = end.over() || room.status() == Room.Status.OVER;
        return new Listing(
                page.events(), end.seq(), over, room.kind(), room.settings(), page.seats());
    }
}
