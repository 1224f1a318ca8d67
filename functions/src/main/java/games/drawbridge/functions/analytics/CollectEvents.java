package games.drawbridge.functions.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.rates.RateTable;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A batch of a client's events: `{session, sentAt, events: [{id, name, at, fields?}]}` → 202
/// `{accepted, refused: [{event, code, detail}]}`. One that is refused holds up no other. Of who
/// does not want to be watched (`DNT`, `Sec-GPC`) nothing is accepted.
@Route("POST /v1/analytics")
public final class CollectEvents extends Endpoint {
    private final InstantSource clock = InstantSource.system();
    private final Analytics analytics;
    private final RateTable rates;

    public CollectEvents() {
        this(Environment.system());
    }

    public CollectEvents(Environment environment) {
        var aws = new Aws(environment);
        analytics = new Analytics(aws, clock);
        rates = new RateTable(aws, clock);
    }

    /// @param event its place in the batch, from 0
    private record Refused(int event, String code, String detail) {}

    private record Answer(
            int accepted, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Refused> refused) {}

    @Override
    protected Reply answer(Request request) {
        var player = request.player();
        rates.count(AnalyticsLimits.BATCHES, player.value());
        var body = request.body().fields();
        String session = body.text("session", 1, AnalyticsLimits.ID);
        long sent = body.whole("sentAt", 0, Long.MAX_VALUE);
        var told = body.objects("events", AnalyticsLimits.BATCH);
        var now = clock.instant();
        var events = new ArrayList<Event>();
        var refused = new ArrayList<Refused>();
        for (int n = 0; n < told.size(); n++)
            try {
                events.add(ClientEvent.read(told.get(n), player, session, sent, now));
            } catch (Problem problem) {
                refused.add(new Refused(n, problem.code(), problem.detail()));
            }
        if (!analytics.isOpen() || isUnwatched(request))
            return Reply.accepted(new Answer(0, refused));
        analytics.tell(events, now);
        return Reply.accepted(new Answer(events.size(), refused));
    }

    /// Browsers say so in two ways, an older and a newer one.
    private static boolean isUnwatched(Request request) {
        return request.header("dnt").equals(Optional.of("1"))
                || request.header("sec-gpc").equals(Optional.of("1"));
    }
}
