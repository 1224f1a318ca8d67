package games.drawbridge.model.leaderboard.tree;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.leaderboard.Order;
import games.drawbridge.model.leaderboard.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The tree against a sorted set, in hundreds of random batches.
class TreeTest {
    /// Small, so that a few thousand keys are four levels.
    private static final Shape SHAPE = new Shape(200, 200, 400);

    private static final int PLAYERS = 2_000;

    private final Map<NodeName, Node> rows = new HashMap<>();
    private final List<Integer> asked = new ArrayList<>();
    private Tree tree = Tree.EMPTY;

    enum Scores {
        FEW(n -> n % 5),
        MANY_AND_NEGATIVE(n -> n % 100_000 - 50_000),
        ALL(n -> n),
        BOTH_ENDS(n -> (n & 1) == 0 ? Long.MAX_VALUE - n % 3 : Long.MIN_VALUE + n % 3);

        private final LongUnaryOperator of;

        Scores(LongUnaryOperator of) {
            this.of = of;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyRankIsThatOfASortedArray(Scores scores) {
        for (var order : Order.values()) {
            var dice = new Random(scores.ordinal());
            rows.clear();
            tree = Tree.EMPTY;
            var truth = new TreeSet<Key>();
            var standing = new HashMap<Integer, Key>();
            for (int batch = 0; batch < 90; batch++) {
                var gone = new HashSet<Key>();
                var come = new HashSet<Key>();
                int moves = 1 + dice.nextInt(60);
                for (int n = 0; n < moves; n++) {
                    int player = dice.nextInt(PLAYERS);
                    var old = standing.remove(player);
                    if (old != null && !come.remove(old)) gone.add(old);
                    if (batch % 10 == 9) continue;
                    long score = scores.of.applyAsLong(dice.nextLong());
                    var key = order.key(new Place(score, dice.nextInt(3), "p" + player));
                    standing.put(player, key);
                    if (!gone.remove(key)) come.add(key);
                }
                truth.removeAll(gone);
                truth.addAll(come);
                apply(gone, come);
                if (batch % 15 == 14) compare(truth);
            }
        }
    }

    /// All writes but the root's, cut anywhere: the old tree still reads as before.
    @Test
    void aBatchThatIsNeverCommittedChangesNothing() {
        var dice = new Random(7);
        var truth = new TreeSet<Key>();
        for (int batch = 0; batch < 80; batch++) {
            var gone = new HashSet<Key>();
            for (var key : truth) if (dice.nextInt(20) == 0) gone.add(key);
            var come = keys(dice, 40);
            var made = Change.of(tree, this::read, SHAPE, gone, come);
            var cut = new ArrayList<>(made.written().keySet());
            cut.subList(0, dice.nextInt(cut.size() + 1))
                    .forEach(name -> rows.put(name, made.written().get(name)));
            assertThat(new Search(tree, this::read).slice(0, PLAYERS))
                    .containsExactlyElementsOf(truth);
            truth.removeAll(gone);
            truth.addAll(come);
            apply(gone, come);
        }
        compare(truth);
    }

    @Test
    void allGoAndComeBack() {
        var keys = keys(new Random(3), 1_500);
        apply(List.of(), keys);
        assertThat(tree.height()).isGreaterThan(1);
        apply(keys, List.of());
        assertThat(tree.count()).isZero();
        assertThat(new Search(tree, this::read).slice(0, 10)).isEmpty();
        apply(List.of(), keys);
        compare(new TreeSet<>(keys));
    }

    @Test
    void whatIsThereAlreadyAndWhatIsNotMakeNoDifference() {
        var keys = keys(new Random(4), 300);
        apply(List.of(), keys);
        apply(keys(new Random(5), 50), keys);
        compare(new TreeSet<>(keys));
    }

    @Test
    void aRankIsOneReadForEachLevelBelowTheRoot() {
        apply(List.of(), keys(new Random(6), 1_500));
        asked.clear();
        new Search(tree, this::read).before(keys(new Random(8), 1));
        assertThat(asked).hasSize(tree.height()).containsOnly(1);
    }

    @Test
    void nodesAreTheirBytes() {
        apply(List.of(), keys(new Random(9), 1_000));
        rows.values().forEach(node -> assertThat(Node.of(node.bytes())).isEqualTo(node));
    }

    private static Collection<Key> keys(Random dice, int count) {
        var keys = new HashSet<Key>();
        for (int n = 0; n < count; n++)
            keys.add(
                    Order.HIGHER.key(new Place(dice.nextInt(500), n, "p" + dice.nextInt(PLAYERS))));
        return keys;
    }

    private void apply(Collection<Key> gone, Collection<Key> come) {
        var made = Change.of(tree, this::read, SHAPE, gone, come);
        rows.putAll(made.written());
        tree = made.tree();
    }

    private Map<NodeName, Node> read(Collection<NodeName> names) {
        asked.add(names.size());
        var found = new HashMap<NodeName, Node>();
        names.forEach(name -> found.put(name, rows.get(name)));
        return found;
    }

    private void compare(TreeSet<Key> truth) {
        var sorted = List.copyOf(truth);
        assertThat(tree.count()).isEqualTo(sorted.size());
        var search = new Search(tree, this::read);
        assertThat(search.slice(0, sorted.size())).isEqualTo(sorted);
        var before = search.before(sorted);
        for (int n = 0; n < sorted.size(); n++) assertThat(before.get(sorted.get(n))).isEqualTo(n);
        int middle = sorted.size() / 2;
        assertThat(search.slice(middle, 7))
                .isEqualTo(sorted.subList(middle, Math.min(sorted.size(), middle + 7)));
    }
}
