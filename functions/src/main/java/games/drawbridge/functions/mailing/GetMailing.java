package games.drawbridge.functions.mailing;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;

/// What the caller has subscribed to.
@Route("GET /v1/players/me/mailing")
public final class GetMailing extends Endpoint {
    private final SubscriptionTable subscriptions;

    public GetMailing() {
        this(Environment.system());
    }

    public GetMailing(Environment environment) {
        subscriptions = new SubscriptionTable(new Aws(environment));
    }

    @Override
    protected Reply answer(Request request) {
        return Reply.ok(
                subscriptions
                        .find(request.player())
                        .orElseThrow(() -> Problem.notFound("never asked for")));
    }
}
