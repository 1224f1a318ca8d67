package games.drawbridge.cdk.cost;

/// What stands there whether players come or not, as a stage of cdk has it.
///
/// @param minimum nodes that always run
/// @param cores of one
/// @param gigabytes of its memory
/// @param holds players of one node
/// @param zones in which the network's endpoints stand
public record Fleet(int minimum, double cores, double gigabytes, double holds, int zones) {

    /// Slots that the fullest hour needs.
    int slots(Load load) {
        return Math.max(minimum, (int) Math.ceil(load.players() * load.peak() / holds) + 1);
    }

    /// Nodes that run on average: those that the peak needs run in the peak only.
    double nodes(double players) {
        return players == 0 ? minimum : Math.max(minimum, Math.ceil(players / holds) + 1);
    }
}
