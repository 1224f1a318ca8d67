package games.drawbridge.local.nodes;

import games.drawbridge.local.process.Supervised;

/// One node of the fleet.
///
/// @param name its slot, `n1`
/// @param port on which it listens, through all of its lives
public record Node(String name, int port, Supervised process) {

    /// Whether it takes sockets, as far as is known.
    public boolean up() {
        return process.state() == Supervised.State.OK || process.state() == Supervised.State.PAUSED;
    }
}
