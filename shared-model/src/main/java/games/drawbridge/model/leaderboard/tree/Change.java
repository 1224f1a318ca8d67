package games.drawbridge.model.leaderboard.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Makes another tree of one, and says which nodes are to be written before its root is: none of
/// them in a row that the tree as it was still needs.
///
/// @param tree as it is now
/// @param written the nodes that are new or different
public record Change(Tree tree, Map<NodeName, Node> written) {

    /// Takes keys away and puts keys in; what is not there or there already makes no difference.
    public static Change of(
            Tree tree, Nodes nodes, Shape shape, Collection<Key> gone, Collection<Key> come) {
        var edits = new TreeMap<Key, Boolean>();
        gone.forEach(key -> edits.put(key, false));
        come.forEach(key -> edits.put(key, true));
        var search = new Search(tree, nodes);
        search.reach(edits.keySet());
        return new Making(search, shape).make(tree, List.copyOf(edits.entrySet()));
    }

    /// A node that takes the place of an earlier one, or stands behind it.
    private record Piece(Key low, Node node) {}

    private static final class Making {
        private final Search search;
        private final Shape shape;
        private final Map<NodeName, Node> written = new HashMap<>();

        Making(Search search, Shape shape) {
            this.search = search;
            this.shape = shape;
        }

        Change make(Tree tree, List<Map.Entry<Key, Boolean>> edits) {
            int height = tree.height();
            var root = changed(tree.root(), height, edits);
            while (root.bytes().length > shape.root(height)) {
                var children = new ArrayList<Child>();
                for (var piece : pieces(Key.LOWEST, root)) children.add(child(height, piece, 0));
                root = new Node.Inner(children);
                height++;
            }
            return new Change(new Tree(height, root), written);
        }

        /// The node with everything below it changed, as large as it becomes.
        private Node changed(Node node, int level, List<Map.Entry<Key, Boolean>> edits) {
            return switch (node) {
                case Node.Leaf leaf -> {
                    var keys = new TreeSet<>(leaf.keys());
                    for (var edit : edits)
                        if (edit.getValue()) keys.add(edit.getKey());
                        else keys.remove(edit.getKey());
                    yield new Node.Leaf(List.copyOf(keys));
                }
                case Node.Inner inner -> inner(inner, level, edits);
            };
        }

        private Node inner(Node.Inner inner, int level, List<Map.Entry<Key, Boolean>> edits) {
            var children = new ArrayList<Child>();
            int done = 0;
            for (int n = 0; n < inner.children().size(); n++) {
                var child = inner.children().get(n);
                int end = done;
                while (end < edits.size() && inner.index(edits.get(end).getKey()) == n) end++;
                if (end == done) children.add(child);
                else children.addAll(below(child, n == 0, level - 1, edits.subList(done, end)));
                done = end;
            }
            return new Node.Inner(children);
        }

        /// What a child becomes. The first one stays even when nothing is left in it, so that its
        /// parent's lowest key stays a child's.
        private List<Child> below(
                Child child, boolean first, int level, List<Map.Entry<Key, Boolean>> edits) {
            var node = changed(search.node(Search.name(level, child)), level, edits);
            if (node.count() == 0 && !first) return List.of();
            var children = new ArrayList<Child>();
            for (var piece : pieces(child.low(), node)) {
                boolean same = piece.low.equals(child.low());
                children.add(child(level, piece, same ? 1 - child.slot() : 0));
            }
            return children;
        }

        private Child child(int level, Piece piece, int slot) {
            written.put(new NodeName(level, piece.low, slot), piece.node);
            return new Child(piece.low, piece.node.count(), slot);
        }

        private List<Piece> pieces(Key low, Node node) {
            int size = node.bytes().length;
            if (size <= shape.node()) return List.of(new Piece(low, node));
            int parts = Math.ceilDiv(size * 3, shape.node() * 2);
            return switch (node) {
                case Node.Leaf(var keys) -> leaves(low, keys, Math.min(parts, keys.size()));
                case Node.Inner(var all) -> inners(low, all, Math.min(parts, all.size()));
            };
        }

        private static List<Piece> leaves(Key low, List<Key> keys, int parts) {
            var pieces = new ArrayList<Piece>();
            for (int n = 0; n < parts; n++) {
                int from = keys.size() * n / parts;
                var mine = keys.subList(from, keys.size() * (n + 1) / parts);
                var since = n == 0 ? low : mine.getFirst().since(keys.get(from - 1));
                pieces.add(new Piece(since, new Node.Leaf(mine)));
            }
            return pieces;
        }

        private static List<Piece> inners(Key low, List<Child> children, int parts) {
            var pieces = new ArrayList<Piece>();
            for (int n = 0; n < parts; n++) {
                int from = children.size() * n / parts;
                var mine = children.subList(from, children.size() * (n + 1) / parts);
                pieces.add(new Piece(n == 0 ? low : mine.getFirst().low(), new Node.Inner(mine)));
            }
            return pieces;
        }
    }
}
