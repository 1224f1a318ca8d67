package games.drawbridge.model.leaderboard.tree;

/// How large nodes may become before they are split, in bytes.
///
/// @param node of every node but the root
/// @param lowRoot of a root right above leaves: it is written with every batch
/// @param highRoot of a root further up: the greater, the fewer levels
public record Shape(int node, int lowRoot, int highRoot) {

    int root(int height) {
        if (height == 0) return node;
        return height == 1 ? lowRoot : highRoot;
    }
}
