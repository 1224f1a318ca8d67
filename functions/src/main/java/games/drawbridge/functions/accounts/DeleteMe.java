package games.drawbridge.functions.accounts;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import java.time.InstantSource;

/// Forgets the caller. It is done within a minute; the answer says where it is told how far it is.
@Route(value = "DELETE /v1/players/me", rate = 50, burst = 100)
public final class DeleteMe extends Endpoint {
    private final DeletionTable deletions;
    private final StatusPage page;

    public DeleteMe() {
        this(Environment.system());
    }

    public DeleteMe(Environment environment) {
        deletions = new DeletionTable(new Aws(environment), InstantSource.system());
        page = new StatusPage(environment.get("ORIGIN"));
    }

    private record Answer(String confirmationCode, String url) {}

    @Override
    protected Reply answer(Request request) {
        String code =
                deletions
                        .begin(request.player())
                        .orElseThrow(() -> Problem.notFound("no such player"));
        return Reply.accepted(new Answer(code, page.url(code)));
    }
}
