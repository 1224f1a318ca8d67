package games.drawbridge.functions.rooms;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.AckLevel;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Rules;
import games.drawbridge.model.room.Settings;
import java.time.InstantSource;
import java.util.List;

/// What happened in a room, for who was in it and for support: enough to fold it again.
@Route(value = "GET /v1/rooms/{room}/log", rate = 100, burst = 200)
public final class ReadRoomLog extends Endpoint {
    private final RoomTable rooms;
    private final LogTable durable;
    private final LiveLog live;

    public ReadRoomLog() {
        this(Environment.system());
    }

    public ReadRoomLog(Environment environment) {
        var aws = new Aws(environment);
        rooms = new RoomTable(aws, InstantSource.system());
        durable = new LogTable(aws);
        live = new LiveLog(environment);
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
        var room = rooms.find(id).orElseThrow(() -> Problem.notFound("no such room"));
        if (!rooms.sat(id, viewer) && !request.hasRole("support", "admin"))
            throw Problem.forbidden("only who was in the room may read its log");

        var rules = Kinds.named(room.kind());
        var log = new RoomLog(id, after, limit);
        if (rules.terms(room.settings()).ack() == AckLevel.DURABLE) durable.read(id, log::read);
        else live.read(id, log::read);
        return Reply.ok(
                new Listing(
                        show(rules, log.events(), viewer),
                        log.head(),
                        log.over(),
                        room.kind(),
                        room.settings(),
                        log.seats()));
    }

    private static <E> List<RoomLog.Event> show(
            Rules<?, ?, E> rules, List<RoomLog.Event> events, PlayerId viewer) {
        return events.stream()
                .map(event -> event.showing(show(rules, event.body(), viewer)))
                .toList();
    }

    /// The very text of the log where the viewer sees all of it.
    private static <E> Json show(Rules<?, ?, E> rules, Json body, PlayerId viewer) {
        E event = JsonText.read(body.text(), rules.kind().event());
        Object shown = rules.show(event, viewer);
        return shown.equals(event) ? body : new Json(JsonText.write(shown));
    }
}
