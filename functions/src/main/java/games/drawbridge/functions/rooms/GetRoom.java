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

/// One room's card, for whoever knows its id.
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
        return rooms.find(request.path("room", RoomId::new))
                .map(Room::card)
                .map(Reply::ok)
                .orElseThrow(() -> Problem.notFound("no such room"));
    }
}
