package games.drawbridge.functions.login;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Who;
import java.time.InstantSource;

/// A nonce to have signed by whoever says who the player is.
@Route(value = "GET /v1/login/nonce", who = Who.ANYBODY)
public final class IssueNonce extends Endpoint {
    private final Nonces nonces;

    public IssueNonce() {
        this(Environment.system());
    }

    public IssueNonce(Environment environment) {
        nonces = new Nonces(new Aws(environment), InstantSource.system());
    }

    @Override
    protected Reply answer(Request request) {
        return Reply.ok(nonces.issue());
    }
}
