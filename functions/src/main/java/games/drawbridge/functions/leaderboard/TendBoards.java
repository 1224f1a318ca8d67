package games.drawbridge.functions.leaderboard;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Fault;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.leaderboard.Board;
import games.drawbridge.model.leaderboard.Period;
import games.drawbridge.model.leaderboard.Scope;
import games.drawbridge.model.title.Title;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Once a minute: freezes and pays what is over, makes anew what an operator or a freeze wants made
/// anew, and holds a sample of every open ranking against its scores.
public final class TendBoards implements RequestHandler<ScheduledEvent, @Nullable Void> {
    private final List<Board> boards;
    private final InstantSource clock;
    private final RebuildTable rebuilds;
    private final Seasons seasons;
    private final Rebuild rebuild;
    private final Audit audit;

    public TendBoards() {
        this(Environment.system());
    }

    public TendBoards(Environment environment) {
        this(environment, Title.TITLE.boards(), InstantSource.system());
    }

    /// @param boards of another title
    TendBoards(Environment environment, List<Board> boards, InstantSource clock) {
        var aws = new Aws(environment);
        var folds = new Folds(aws, clock);
        this.boards = boards;
        this.clock = clock;
        rebuilds = new RebuildTable(aws, clock);
        seasons = new Seasons(aws, clock);
        rebuild = new Rebuild(aws, folds, clock);
        audit = new Audit(aws, folds, clock);
    }

    @Override
    public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
        var wanted = rebuilds.wanted();
        for (var board : boards)
            for (var cycle : board.cycles())
                for (var period : Periods.kept(cycle, clock.instant()))
                    for (var ranking : rankings(board, period)) {
                        attempt(
                                context,
                                ranking,
                                () -> seasons.tend(ranking, board.rewards(cycle)));
                        if (wanted.contains(ranking.toString()))
                            attempt(context, ranking, () -> rebuild.run(ranking, time(context)));
                        if (!period.closed(clock.instant()))
                            attempt(context, ranking, () -> check(context, ranking));
                    }
        return null;
    }

    private static List<Ranking> rankings(Board board, Period period) {
        var rankings = new ArrayList<>(List.of(Ranking.world(board, period)));
        if (board.scopes().contains(Scope.CLAN))
            rankings.add(new Ranking(board, period, Ranking.CLAN));
        return rankings;
    }

    private static void attempt(Context context, Ranking ranking, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException fault) {
            Fault.log(context, "tending " + ranking, fault);
        }
    }

    private static BooleanSupplier time(Context context) {
        return () -> context.getRemainingTimeInMillis() > BoardLimits.REBUILD_REST.toMillis();
    }

    private void check(Context context, Ranking ranking) {
        var finding = audit.sample(ranking.group());
        if (finding.checked() == 0) return;
        var line = new LinkedHashMap<String, Object>();
        line.put("level", finding.wrong() == 0 ? "info" : "error");
        line.put("metric", "leaderboard-audit");
        line.put("board", ranking.board().id());
        line.put("period", ranking.period().id());
        line.put("scope", ranking.scope());
        line.put("checked", finding.checked());
        line.put("wrong", finding.wrong());
        context.getLogger().log(JsonText.write(line) + "\n");
    }
}
