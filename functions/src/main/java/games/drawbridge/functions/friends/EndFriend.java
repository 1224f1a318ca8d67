package games.drawbridge.functions.friends;

import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;

/// Ends a friendship, refuses a request, or takes the own one back. Twice is harmless.
@Route(value = "DELETE /v1/friends/{player}", rate = 200, burst = 400)
public final class EndFriend extends Endpoint {
    private final Circle circle;

    EndFriend(Circle circle) {
        this.circle = circle;
    }

    @Override
    protected Reply answer(Request request) {
        circle.friends().end(request.player(), Circle.other(request));
        return Reply.empty(204);
    }
}
