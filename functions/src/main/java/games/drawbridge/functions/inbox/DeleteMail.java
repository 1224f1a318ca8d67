package games.drawbridge.functions.inbox;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import java.time.InstantSource;

/// Throws one of the caller's mails away. Twice is harmless.
@Route("DELETE /v1/players/me/mail/{mail}")
public final class DeleteMail extends Endpoint {
    private final MailTable mails;

    public DeleteMail() {
        this(Environment.system());
    }

    public DeleteMail(Environment environment) {
        mails = new MailTable(new Aws(environment), InstantSource.system());
    }

    @Override
    protected Reply answer(Request request) {
        var mail = request.path("mail", MailId::new);
        return switch (mails.remove(request.player(), mail)) {
            case DONE -> Reply.empty(204);
            case NONE -> throw Problem.notFound("no such mail");
            case UNCLAIMED -> throw new Problem(409, "unclaimed", "something is still in it");
        };
    }
}
