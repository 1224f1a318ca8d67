package games.drawbridge.functions.clans;

import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;

/// The caller asks to come into a clan: `{text?}`. One that is open takes the player in at once.
@Route(value = "POST /v1/clans/{id}/requests", rate = 200, burst = 400)
public final class AskClan extends Endpoint {
    private final Clans clans;
    private final Doorway doorway;

    AskClan(Clans clans) {
        this.clans = clans;
        doorway = new Doorway(clans);
    }

    @Override
    protected Reply answer(Request request) {
        return JoinClan.answer(request, clans, doorway);
    }
}
