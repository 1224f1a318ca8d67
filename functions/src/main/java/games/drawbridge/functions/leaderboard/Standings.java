package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Together;
import games.drawbridge.model.leaderboard.tree.Search;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// Reads rankings. The head and the stands come first, together; then one round trip for each level
/// of the tree below the head.
final class Standings {
    private final RankTable ranks;
    private final Together together = new Together();
    private final Attempts attempts = new Attempts(new SecureRandom());
    private final Map<String, Integer> generations = new ConcurrentHashMap<>();

    Standings(Aws aws) {
        ranks = new RankTable(aws);
    }

    /// Answers a question about a ranking as it was at one moment.
    ///
    /// @param who whose stands the question needs
    <T> T read(Ranking ranking, Collection<String> who, Function<View, T> question) {
        var again = new AtomicReference<>(false);
        return attempts.until(() -> {
            try {
                var view = view(ranking, who, again.get());
                return view.map(question);
            } catch (RankTable.Moved _) {
                return Optional.empty();
            } finally {
                again.set(true);
            }
        });
    }

    /// Empty when another generation is the one to read.
    private Optional<View> view(Ranking ranking, Collection<String> who, boolean consistent) {
        int generation = generations.getOrDefault(ranking.toString(), 1);
        var head = new AtomicReference<>(Head.NONE);
        var stands = new HashMap<String, Stand>();
        Runnable readHead = () -> head.set(ranks.head(ranking, generation, consistent));
        Runnable readStands = () -> stands.putAll(ranks.stands(ranking, generation, who));
        together.all(who.isEmpty() ? List.of(readHead) : List.of(readHead, readStands));
        var next = head.get().next();
        if (next.isPresent()) {
            generations.put(ranking.toString(), next.get());
            return Optional.empty();
        }
        var search =
                new Search(
                        head.get().tree(),
                        names -> ranks.nodes(ranking, generation, head.get(), names));
        return Optional.of(new View(ranking, head.get(), stands, search));
    }
}
