package games.drawbridge.functions.players;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Shared;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.functions.membership.MembershipTable;
import games.drawbridge.model.player.PlayerId;

/// Another player's card.
@Route("GET /v1/players/{id}")
public final class GetPlayer extends Endpoint {
    private final ProfileTable profiles;
    private final MembershipTable memberships;

    public GetPlayer() {
        this(Environment.system());
    }

    public GetPlayer(Environment environment) {
        var aws = new Aws(environment);
        profiles = new ProfileTable(aws);
        memberships = new MembershipTable(aws);
    }

    @Override
    protected Reply answer(Request request) {
        return profiles.find(request.path("id", PlayerId::new))
                .map(Profile::card)
                .map(card -> card.with(memberships.badge(card.playerId())))
                .map(card -> Shared.reply(request, JsonText.write(card), PlayerLimits.CARD_AGE))
                .orElseThrow(() -> Problem.notFound("no such player"));
    }
}
