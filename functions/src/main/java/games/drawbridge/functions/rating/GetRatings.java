package games.drawbridge.functions.rating;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.player.PlayerId;
import java.util.Map;

/// How well a player plays, in each mode in which they have played a match that counts.
@Route("GET /v1/players/{id}/ratings")
public final class GetRatings extends Endpoint {
    private final RatingTable ratings;

    public GetRatings(Environment environment) {
        ratings = new RatingTable(new Aws(environment));
    }

    @Override
    protected Reply answer(Request request) {
        var player = request.path("id", PlayerId::new);
        return Reply.ok(Map.of("ratings", ratings.of(player).stream().map(Rated::view).toList()));
    }
}
