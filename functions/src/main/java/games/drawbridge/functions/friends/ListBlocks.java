package games.drawbridge.functions.friends;

import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import java.util.Map;

/// Whom the caller has blocked.
@Route("GET /v1/blocks")
public final class ListBlocks extends Endpoint {
    private final Circle circle;

    ListBlocks(Circle circle) {
        this.circle = circle;
    }

    @Override
    protected Reply answer(Request request) {
        return Reply.ok(Map.of("players", circle.blocks().of(request.player())));
    }
}
