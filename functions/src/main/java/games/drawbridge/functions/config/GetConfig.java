package games.drawbridge.functions.config;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Shared;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.model.config.Segment;
import games.drawbridge.model.player.PlayerId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/// The live configuration as it is for the caller.
@Route("GET /v1/config")
public final class GetConfig extends Endpoint {
    private final LiveConfig config;
    private final ProfileTable profiles;

    public GetConfig() {
        this(Environment.system());
    }

    public GetConfig(Environment environment) {
        var aws = new Aws(environment);
        config = new LiveConfig(aws, InstantSource.system());
        profiles = new ProfileTable(aws);
    }

    private record Answer(long version, Map<String, Object> values) {}

    @Override
    protected Reply answer(Request request) {
        var configuration = config.atLeast(request.query("version", 0, 0, Long.MAX_VALUE));
        var values = config.values(configuration, subject(request.player()));
        String json = JsonText.write(new Answer(configuration.version(), values));
        return Shared.reply(request, json, Duration.ZERO)
                .with("cache-control", "private, no-cache");
    }

    private Segment.Subject subject(PlayerId player) {
        var profile =
                profiles.find(player).orElseThrow(() -> Problem.unauthorized("no such player"));
        String language = profile.locale().split("-", 2)[0];
        return new Segment.Subject(player, profile.country(), language);
    }
}
