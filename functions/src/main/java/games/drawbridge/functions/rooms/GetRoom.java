package games.drawbridge.functions.rooms;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.room.RoomId;
import java.time.InstantSource;

/// One room's card, for whoever knows its id; with its game's statistics, for who was in it.
@Route("GET /v1/rooms/{room}")
public final class GetRoom extends Endpoint {
    private final RoomTable rooms;

    public GetRoom() {
        this(Environment.system());
    }

    public GetRoom(Environment environment) {
        rooms = new RoomTable(new Aws(environment), InstantSource.system());
    }

    @Override
    protected Reply answer(Request request) {
        var room = request.path("room", RoomId::new);
        var card = rooms.card(room).orElseThrow(() -> Problem.notFound("no such room"));
        return Reply.ok(
                card.statistics() == null || sees(request, room) ? card : card.forStrangers());
    }

    /// As with the room's log.
    private boolean sees(Request request, RoomId room) {
        return request.hasRole("support", "admin") || rooms.sat(room, request.player());
    }
}
