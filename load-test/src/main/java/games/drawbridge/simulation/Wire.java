package games.drawbridge.simulation;

import games.drawbridge.model.wire.ClientFrame;
import games.drawbridge.model.wire.CloseCode;
import games.drawbridge.model.wire.NodeFrame;
import org.jspecify.annotations.Nullable;

/// A WebSocket between a player and one life of a node. Either end may be gone without the other
/// knowing.
final class Wire {
    /// How a socket ends that nobody closed.
    static final int CUT = 1006;

    final Lane toNode;
    final Lane toPlayer;
    private final Running node;
    private final Player player;
    @Nullable Visit visit;
    private boolean playerGone;
    private boolean nodeGone;

    /// When the node last heard anything.
    long heardAt;

    /// Whether the node's side takes no more events for now.
    boolean clogged;

    Wire(Lane toNode, Lane toPlayer, Running node, Player player) {
        this.toNode = toNode;
        this.toPlayer = toPlayer;
        this.node = node;
        this.player = player;
        this.heardAt = node.life.now();
        node.opened(this);
    }

    boolean isOfPlayer() {
        return !playerGone;
    }

    // ---- the player's end ----

    void send(ClientFrame frame) {
        toNode.send(() -> {
            if (!node.isListening()) reset();
            else if (!nodeGone) node.life.run(() -> node.received(this, frame));
        });
    }

    /// The player's end goes.
    ///
    /// @param silently without a word to the node
    void leave(boolean silently) {
        playerGone = true;
        if (!silently) toNode.send(() -> node.life.run(() -> node.disconnected(this)));
    }

    // ---- the node's end ----

    void tell(NodeFrame frame) {
        if (!nodeGone) toPlayer.send(() -> heard(() -> player.heard(this, frame)));
    }

    void close(CloseCode code) {
        if (nodeGone) return;
        nodeGone = true;
        toPlayer.send(() -> heard(() -> player.closed(this, code.number())));
        node.disconnected(this);
    }

    /// The node's process is dead, and its machine says so; or there was none at all.
    void reset() {
        nodeGone = true;
        toPlayer.send(() -> heard(() -> player.closed(this, CUT)));
    }

    private void heard(Runnable delivery) {
        if (!playerGone) delivery.run();
    }
}
