package games.drawbridge.functions.leaderboard;

import games.drawbridge.model.leaderboard.tree.Child;
import games.drawbridge.model.leaderboard.tree.Key;
import games.drawbridge.model.leaderboard.tree.Node;
import games.drawbridge.model.leaderboard.tree.NodeName;
import games.drawbridge.model.leaderboard.tree.Shape;
import games.drawbridge.model.leaderboard.tree.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/// Makes the tree of many keys that come in order, as full as trees are that grew by themselves:
/// two thirds.
final class BulkTree {
    private final Shape shape;
    private final BiConsumer<NodeName, Node> rows;
    private final List<Key> leaf = new ArrayList<>();
    private final List<Child> leaves = new ArrayList<>();
    private Key before = Key.LOWEST;
    private Key last = Key.LOWEST;
    private int bytes;

    BulkTree(Shape shape, BiConsumer<NodeName, Node> rows) {
        this.shape = shape;
        this.rows = rows;
    }

    void add(Key key) {
        int size = 2 + key.bytes().length - shared(key.bytes(), before.bytes());
        if (bytes + size > shape.node() * 2 / 3) close();
        leaf.add(key);
        bytes += size;
        before = key;
    }

    private void close() {
        var low = leaves.isEmpty() ? Key.LOWEST : leaf.getFirst().since(last);
        leaves.add(child(0, low, new Node.Leaf(leaf)));
        last = leaf.getLast();
        leaf.clear();
        bytes = 0;
    }

    private Child child(int level, Key low, Node node) {
        rows.accept(new NodeName(level, low, 0), node);
        return new Child(low, node.count(), 0);
    }

    Tree tree() {
        if (leaves.isEmpty()) return new Tree(0, new Node.Leaf(leaf));
        if (!leaf.isEmpty()) close();
        List<Child> children = leaves;
        int height = 1;
        while (new Node.Inner(children).bytes().length > root(height)) {
            var next = new ArrayList<Child>();
            var part = new ArrayList<Child>();
            for (var child : children) {
                part.add(child);
                if (new Node.Inner(part).bytes().length <= shape.node() * 2 / 3) continue;
                part.removeLast();
                next.add(child(height, part.getFirst().low(), new Node.Inner(part)));
                part.clear();
                part.add(child);
            }
            next.add(child(height, part.getFirst().low(), new Node.Inner(part)));
            children = next;
            height++;
        }
        return new Tree(height, new Node.Inner(children));
    }

    private int root(int height) {
        return height == 1 ? shape.lowRoot() : shape.highRoot();
    }

    private static int shared(byte[] a, byte[] b) {
        int mismatch = Arrays.mismatch(a, b);
        return mismatch < 0 ? Math.min(a.length, b.length) : mismatch;
    }
}
