package games.drawbridge.functions.payments;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import java.time.InstantSource;

/// Takes a provider's notices: checks who sent it, keeps it, and answers. The work follows from the
/// table's stream, so that the provider never waits for it.
abstract class Webhook extends Endpoint {
    private final NoticeTable notices;
    private final Herald herald;
    private final String provider;
    private final InstantSource clock;

    Webhook(Aws aws, String provider, Herald herald, InstantSource clock) {
        notices = new NoticeTable(aws);
        this.herald = herald;
        this.provider = provider;
        this.clock = clock;
    }

    @Override
    protected final Reply answer(Request request) {
        try {
            herald.notices(request).forEach(notices::keep);
            return Reply.empty(200);
        } catch (PaymentRefused refused) {
            throw refused.problem().counted(refused.count(provider, clock.instant()));
        }
    }
}
