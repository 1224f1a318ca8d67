package games.drawbridge.functions.rooms;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Calls;

/// Which rooms there are.
public final class RoomCalls extends Calls {
    public RoomCalls() {
        this(Environment.system());
    }

    public RoomCalls(Environment environment) {
        super(new ListRooms(environment), new GetRoom(environment));
    }
}
