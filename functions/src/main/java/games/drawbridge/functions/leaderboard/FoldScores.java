package games.drawbridge.functions.leaderboard;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Fault;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.leaderboard.BoardId;
import games.drawbridge.model.title.Title;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Folds scores into their rankings as the stream of Leaderboards says that they have changed:
/// whose they are is all that it is asked.
public final class FoldScores implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private final InstantSource clock = InstantSource.system();
    private final Folds folds;
    private final Outcasts outcasts;

    public FoldScores() {
        this(Environment.system());
    }

    public FoldScores(Environment environment) {
        var aws = new Aws(environment);
        folds = new Folds(aws, clock);
        outcasts = new Outcasts(aws, clock);
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        var dirty = new LinkedHashMap<Group, Dirty>();
        for (var record : event.getRecords())
            groups(record)
                    .forEach((group, who) ->
                            dirty.computeIfAbsent(group, _ -> new Dirty()).add(record, who));
        var failed = new ArrayList<BatchItemFailure>();
        dirty.forEach((group, changes) -> {
            try {
                folds.fold(group, changes.who);
                lag(context, group, changes);
            } catch (RuntimeException fault) {
                Fault.log(context, "fold of " + group, fault);
                changes.records.forEach(at -> failed.add(new BatchItemFailure(at)));
            }
        });
        return new StreamsEventResponse(failed);
    }

    /// Of one group in this batch.
    @SuppressWarnings("JavaUtilDate") // the event's own
    private static final class Dirty {
        private final Set<String> who = new HashSet<>();
        private final List<String> records = new ArrayList<>();
        private long since = Long.MAX_VALUE;

        void add(DynamodbStreamRecord record, Set<String> changed) {
            who.addAll(changed);
            records.add(record.getDynamodb().getSequenceNumber());
            var at = record.getDynamodb().getApproximateCreationDateTime();
            if (at != null) since = Math.min(since, at.getTime());
        }
    }

    private Map<Group, Set<String>> groups(DynamodbStreamRecord record) {
        var keys = record.getDynamodb().getKeys();
        String pk = Objects.requireNonNull(keys.get("pk")).getS();
        String sk = Objects.requireNonNull(keys.get("sk")).getS();
        var outcast = ScoreTable.outcast(pk);
        if (outcast.isPresent()) return outcasts.groups(outcast.get());
        return ScoreTable.group(pk)
                .flatMap(this::group)
                .map(group -> Map.of(group, Set.of(sk)))
                .orElse(Map.of());
    }

    /// Empty when the title has no such board or period any more.
    private Optional<Group> group(String[] key) {
        return Title.TITLE
                .board(new BoardId(key[1]))
                .flatMap(board ->
                        board.period(key[2], clock.instant())
                                .map(period -> new Group(board, period, key[3].equals("clans"))));
    }

    /// How late the oldest of these scores came onto its board, as a line in the log.
    private void lag(Context context, Group group, Dirty changes) {
        if (changes.since == Long.MAX_VALUE) return;
        var line = new LinkedHashMap<String, Object>();
        line.put("level", "info");
        line.put("metric", "leaderboard-lag");
        line.put("board", group.board().id());
        line.put("period", group.period().id());
        line.put("ms", Math.max(0, clock.millis() - changes.since));
        line.put("scores", changes.who.size());
        context.getLogger().log(JsonText.write(line) + "\n");
    }
}
