package games.drawbridge.functions.aws;

import games.drawbridge.functions.json.JsonText;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/// What a function does before Lambda takes its snapshot (SnapStart), so that the first request
/// does not have to: it loads and runs, by one read of a row that nobody has, all that stands
/// between a handler and DynamoDB. It changes nothing, and what it may not read or cannot reach
/// does not matter: the way there was gone.
public final class Priming implements Resource {
    /// Lambda says so while it makes a snapshot.
    private static final String SNAPSHOT = "snap-start";

    /// Whoever hears of snapshots is held weakly.
    private static final Set<Priming> HELD = ConcurrentHashMap.newKeySet();

    private final Aws aws;

    private Priming(Aws aws) {
        this.aws = aws;
    }

    /// Hears of the snapshot, where there is going to be one.
    static void of(Aws aws) {
        var type = aws.environment().find("AWS_LAMBDA_INITIALIZATION_TYPE");
        if (type.filter(SNAPSHOT::equals).isEmpty()) return;
        var priming = new Priming(aws);
        HELD.add(priming);
        Core.getGlobalContext().register(priming);
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        prime(aws);
    }

    /// Connections that the snapshot broke are made again by who needs them.
    @Override
    public void afterRestore(Context<? extends Resource> context) {}

    static void prime(Aws aws) {
        JsonText.read(JsonText.write(Map.of("primed", true)), Map.class);
        table(aws).ifPresent(table -> new PrimingTable(aws, table).read());
    }

    private static Optional<String> table(Aws aws) {
        return aws.environment().values().entrySet().stream()
                .filter(variable -> variable.getKey().endsWith("_TABLE"))
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst();
    }
}
