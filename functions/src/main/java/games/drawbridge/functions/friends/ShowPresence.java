package games.drawbridge.functions.friends;

import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;

/// Says whether friends may see when and where the caller is: `{shown}`.
@Route(value = "PUT /v1/friends/presence", rate = 100, burst = 200)
public final class ShowPresence extends Endpoint {
    private final Circle circle;

    ShowPresence(Circle circle) {
        this.circle = circle;
    }

    @Override
    protected Reply answer(Request request) {
        circle.friends().show(request.player(), request.body().fields().flag("shown"));
        return Reply.empty(204);
    }
}
