package games.drawbridge.model.leaderboard.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Reads a tree. Each question goes down level by level, and asks for all nodes of a level at once;
/// what was read for one question is there for the next.
public final class Search {
    private final Tree tree;
    private final Nodes nodes;
    private final Map<NodeName, Node> known = new HashMap<>();

    public Search(Tree tree, Nodes nodes) {
        this.tree = tree;
        this.nodes = nodes;
    }

    /// How many keys stand before each of these, which need not be there themselves.
    public Map<Key, Long> before(Collection<Key> keys) {
        var counts = new HashMap<Key, Long>();
        var places = new HashMap<Key, Node>();
        for (var key : keys) {
            counts.put(key, 0L);
            places.put(key, tree.root());
        }
        for (int level = tree.height(); level > 0; level--) {
            var ways = new HashMap<Key, NodeName>();
            for (var place : places.entrySet()) {
                var children = ((Node.Inner) place.getValue()).children();
                int index = ((Node.Inner) place.getValue()).index(place.getKey());
                for (var left : children.subList(0, index))
                    counts.merge(place.getKey(), left.count(), Long::sum);
                ways.put(place.getKey(), name(level - 1, children.get(index)));
            }
            read(ways.values());
            ways.forEach((key, name) -> places.put(key, node(name)));
        }
        places.forEach((key, leaf) -> counts.merge(key, lower((Node.Leaf) leaf, key), Long::sum));
        return counts;
    }

    private static long lower(Node.Leaf leaf, Key key) {
        return leaf.keys().stream().filter(each -> each.compareTo(key) < 0).count();
    }

    /// The keys from a position on, which is 0 for the first.
    public List<Key> slice(long from, int most) {
        long until = Math.min(tree.count(), from + most);
        var front = List.of(new Stretch(0, tree.root()));
        for (int level = tree.height(); level > 0; level--) {
            var names = new ArrayList<NodeName>();
            var starts = new ArrayList<Long>();
            for (var stretch : front) {
                long start = stretch.start;
                for (var child : ((Node.Inner) stretch.node).children()) {
                    if (start < until && start + child.count() > from) {
                        names.add(name(level - 1, child));
                        starts.add(start);
                    }
                    start += child.count();
                }
            }
            read(names);
            var next = new ArrayList<Stretch>();
            for (int n = 0; n < names.size(); n++)
                next.add(new Stretch(starts.get(n), node(names.get(n))));
            front = next;
        }
        return keys(front, from, until);
    }

    private static List<Key> keys(List<Stretch> leaves, long from, long until) {
        var keys = new ArrayList<Key>();
        for (var stretch : leaves) {
            long position = stretch.start;
            for (var key : ((Node.Leaf) stretch.node).keys()) {
                if (position >= from && position < until) keys.add(key);
                position++;
            }
        }
        return keys;
    }

    /// @param start position of its first key
    private record Stretch(long start, Node node) {}

    /// Reads the way down to each of these keys.
    void reach(Collection<Key> keys) {
        before(keys);
    }

    Node node(NodeName name) {
        return Objects.requireNonNull(known.get(name), () -> "no node " + name);
    }

    private void read(Collection<NodeName> names) {
        var missing = new LinkedHashSet<>(names);
        missing.removeAll(known.keySet());
        if (!missing.isEmpty()) known.putAll(nodes.read(missing));
    }

    static NodeName name(int level, Child child) {
        return new NodeName(level, child.low(), child.slot());
    }
}
