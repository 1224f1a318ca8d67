package games.drawbridge.functions.accounts;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Who;
import games.drawbridge.functions.login.FamilyTable;
import games.drawbridge.functions.login.Identity;
import games.drawbridge.functions.login.IdentityTable;
import java.time.InstantSource;

/// Facebook's deauthorize callback: that user's sessions end. The player stays, for the user may
/// come back.
@Route(value = "POST /v1/facebook/deauthorize", who = Who.ANYBODY, rate = 100, burst = 200)
public final class FacebookDeauthorize extends Endpoint {
    private final Notices notices;
    private final IdentityTable identities;
    private final FamilyTable families;

    public FacebookDeauthorize() {
        this(Environment.system());
    }

    public FacebookDeauthorize(Environment environment) {
        var aws = new Aws(environment);
        notices = new Notices(aws, InstantSource.system());
        identities = new IdentityTable(aws);
        families = new FamilyTable(aws, InstantSource.system());
    }

    @Override
    protected Reply answer(Request request) {
        var notice = notices.read(request);
        identities.player(Identity.facebook(notice.user())).ifPresent(families::endAll);
        return Reply.empty(200);
    }
}
