package games.drawbridge.functions.accounts;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Who;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Pattern;

/// How far a deletion is: a page for a person, JSON for whoever asks for it.
@Route(value = "GET /v1/facebook/deletion/{code}", who = Who.ANYBODY, rate = 50, burst = 100)
public final class GetDeletion extends Endpoint {
    private static final Pattern CODE = Pattern.compile("[0-9a-z]{20}");

    private final DeletionTable deletions;

    public GetDeletion() {
        this(Environment.system());
    }

    public GetDeletion(Environment environment) {
        deletions = new DeletionTable(new Aws(environment), InstantSource.system());
    }

    @Override
    protected Reply answer(Request request) {
        String code = request.path("code", GetDeletion::checked);
        var deletion = deletions.find(code).orElseThrow(() -> Problem.notFound("no such code"));
        boolean json = request.header("accept").orElse("").startsWith("application/json");
        return json
                ? Reply.ok(
                        Map.of(
                                "confirmation_code",
                                code,
                                "status",
                                deletion.done() ? "done" : "pending",
                                "askedAt",
                                deletion.askedAt()))
                : Reply.html(StatusPage.html(deletion));
    }

    private static String checked(String code) {
        if (!CODE.matcher(code).matches()) throw new IllegalArgumentException("no code");
        return code;
    }
}
