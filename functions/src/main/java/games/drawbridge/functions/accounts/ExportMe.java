package games.drawbridge.functions.accounts;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.holding.Holding;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.players.ProfileTable;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;

/// All that is held of the caller, as one file.
@Route(value = "GET /v1/players/me/export", rate = 20, burst = 40)
public final class ExportMe extends Endpoint {
    private final InstantSource clock = InstantSource.system();
    private final ProfileTable profiles;
    private final List<Holding> holdings;

    public ExportMe() {
        this(Environment.system());
    }

    public ExportMe(Environment environment) {
        var aws = new Aws(environment);
        profiles = new ProfileTable(aws);
        holdings = Holdings.all(aws, clock);
    }

    @Override
    protected Reply answer(Request request) {
        var player = request.player();
        if (profiles.find(player).isEmpty()) throw Problem.notFound("no such player");
        var all = new LinkedHashMap<String, Object>();
        all.put("playerId", player);
        all.put("exportedAt", clock.instant());
        for (var holding : holdings) all.put(holding.name(), holding.export(player));
        return Reply.ok(all)
                .with("content-disposition", "attachment; filename=\"" + player + ".json\"");
    }
}
