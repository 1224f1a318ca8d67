package games.drawbridge.functions.accounts;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Who;
import games.drawbridge.functions.login.Identity;
import games.drawbridge.functions.login.IdentityTable;
import java.time.InstantSource;
import java.util.LinkedHashMap;

/// Facebook's data deletion callback: forgets the player whom that user is.
@Route(value = "POST /v1/facebook/deletion", who = Who.ANYBODY, rate = 100, burst = 200)
public final class FacebookDeletion extends Endpoint {
    private final Notices notices;
    private final IdentityTable identities;
    private final DeletionTable deletions;
    private final StatusPage page;

    public FacebookDeletion() {
        this(Environment.system());
    }

    public FacebookDeletion(Environment environment) {
        var aws = new Aws(environment);
        notices = new Notices(aws, InstantSource.system());
        identities = new IdentityTable(aws);
        deletions = new DeletionTable(aws, InstantSource.system());
        page = new StatusPage(environment.get("ORIGIN"));
    }

    @Override
    protected Reply answer(Request request) {
        var notice = notices.read(request);
        String code =
                identities
                        .player(Identity.facebook(notice.user()))
                        .flatMap(deletions::begin)
                        .orElseGet(deletions::nothing);
        var answer = new LinkedHashMap<String, String>();
        answer.put("url", page.url(code));
        answer.put("confirmation_code", code);
        return Reply.ok(answer);
    }
}
