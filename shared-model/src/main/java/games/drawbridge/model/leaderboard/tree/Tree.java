package games.drawbridge.model.leaderboard.tree;

/// A tree as its root tells it.
///
/// @param height levels below the root; 0: the root is a leaf
public record Tree(int height, Node root) {
    public static final Tree EMPTY = new Tree(0, Node.EMPTY);

    public long count() {
        return root.count();
    }
}
