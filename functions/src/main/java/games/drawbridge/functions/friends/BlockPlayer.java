package games.drawbridge.functions.friends;

import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.friends.FriendLimits;

/// Blocks a player, which ends what was between the two. Twice is harmless.
@Route(value = "PUT /v1/blocks/{player}", rate = 200, burst = 400)
public final class BlockPlayer extends Endpoint {
    private final Circle circle;

    BlockPlayer(Circle circle) {
        this.circle = circle;
    }

    @Override
    protected Reply answer(Request request) {
        var player = request.player();
        var other = Circle.other(request);
        var blocked = circle.blocks().of(player);
        if (!blocked.contains(other) && blocked.size() >= FriendLimits.BLOCKED)
            throw new Problem(422, "too-many-blocked", "no more than these");
        circle.blocks().put(player, other, circle.clock().instant());
        circle.friends().end(player, other);
        return Reply.empty(204);
    }
}
