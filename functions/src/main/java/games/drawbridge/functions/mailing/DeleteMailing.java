package games.drawbridge.functions.mailing;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;

/// Ends the caller's subscription. Twice is harmless.
@Route(value = "DELETE /v1/players/me/mailing", rate = 200, burst = 400)
public final class DeleteMailing extends Endpoint {
    private final SubscriptionTable subscriptions;

    public DeleteMailing() {
        this(Environment.system());
    }

    public DeleteMailing(Environment environment) {
        subscriptions = new SubscriptionTable(new Aws(environment));
    }

    @Override
    protected Reply answer(Request request) {
        var player = request.player();
        subscriptions.find(player).ifPresent(it -> subscriptions.end(player, it.address()));
        return Reply.empty(204);
    }
}
