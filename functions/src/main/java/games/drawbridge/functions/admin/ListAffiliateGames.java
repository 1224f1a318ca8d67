package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.statistics.StatisticsTable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the players whom an affiliate brought have played, by month and kind: `{games}`.
@Route(value = "GET /v1/admin/affiliates/{affiliate}/games", rate = 20, burst = 40)
public final class ListAffiliateGames extends AdminEndpoint {
    private final StatisticsTable statistics;

    public ListAffiliateGames() {
        this(Environment.system());
    }

    public ListAffiliateGames(Environment environment) {
        this(new Aws(environment));
    }

    private ListAffiliateGames(Aws aws) {
        super(aws, Role.ADMIN, false);
        statistics = new StatisticsTable(aws);
    }

    @Override
    @Nullable String subject(Request request) {
        return SetContract.affiliate(request);
    }

    @Override
    Act act(Request request) {
        var games = statistics.of(SetContract.affiliate(request));
        return Act.read(Map.of("games", games));
    }
}
