package games.drawbridge.functions.admin;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.rooms.ClosingTable;
import games.drawbridge.model.room.RoomId;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Ends a room, whatever its rules say. `{reason}` → 202, for its owner does it within seconds, and
/// where it has none another node; again is harmless. 404 `not-found`; 409 `room-over`; 409
/// `well-known` for a room that is always there.
@Route(value = "POST /v1/admin/rooms/{room}/close", rate = 20, burst = 40)
final class CloseRoom extends AdminEndpoint {
    private final ClosingTable closings;

    CloseRoom(Aws aws) {
        super(aws, Role.SUPPORT, true);
        closings = new ClosingTable(aws, InstantSource.system());
    }

    @Override
    @Nullable String subject(Request request) {
        return request.path("room", RoomId::new).value();
    }

    @Override
    Act act(Request request) {
        var room = request.path("room", RoomId::new);
        if (room.isWellKnown())
            throw new Problem(409, "well-known", "this room is always there; ban who misuses it");
        boolean over = closings.isOver(room).orElseThrow(() -> Problem.notFound("no such room"));
        if (over) throw new Problem(409, "room-over", "this room is over");
        closings.close(room, request.player(), Objects.requireNonNull(why(request)));
        return Act.changed(
                Reply.accepted(Map.of("room", room)),
                Map.of("status", "open"),
                Map.of("status", "closing"));
    }
}
