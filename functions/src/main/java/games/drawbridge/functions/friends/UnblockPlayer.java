package games.drawbridge.functions.friends;

import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;

/// Blocks a player no longer. Twice is harmless.
@Route(value = "DELETE /v1/blocks/{player}", rate = 200, burst = 400)
public final class UnblockPlayer extends Endpoint {
    private final Circle circle;

    UnblockPlayer(Circle circle) {
        this.circle = circle;
    }

    @Override
    protected Reply answer(Request request) {
        circle.blocks().remove(request.player(), Circle.other(request));
        return Reply.empty(204);
    }
}
