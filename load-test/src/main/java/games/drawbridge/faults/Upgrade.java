package games.drawbridge.faults;

import games.drawbridge.faults.load.Load;
import games.drawbridge.faults.load.Table;
import games.drawbridge.local.Checkout;
import games.drawbridge.local.nodes.Node;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A version comes while people play: its functions first, then its nodes, one slot after the
/// other.
final class Upgrade {
    /// Seconds in which functions of the new version and nodes of the old one work together, and
    /// then nodes of both.
    private static final int TOGETHER = 10;

    private final Checkout to;
    private final List<Load> loads = new CopyOnWriteArrayList<>();

    /// @param to the version that comes
    Upgrade(Checkout to) {
        this.to = to;
    }

    Scenario scenario() {
        return new Scenario(
                "upgrade",
                "the functions, then each node in turn, replaced by another version",
                1,
                1,
                this::inflict,
                Goal.percentile(Figures.PAUSE, 50, 200),
                Goal.percentile(Figures.PAUSE, 99, 1_000));
    }

    private void inflict(Round round) throws Exception {
        loads.add(round.load());
        round.mark("the other version's functions");
        round.stage().world().deploy(to);
        round.last(TOGETHER);
        NodeFaults.rolling(round);
        round.last(TOGETHER);
        for (var node : round.stage().world().nodes().all())
            if (!runs(node)) round.figures().violation(node.name() + " runs no node of " + to);
    }

    private boolean runs(Node node) {
        return ProcessHandle.of(node.process().pid())
                .flatMap(it -> it.info().commandLine())
                .filter(it -> it.contains(to.node().toString()))
                .isPresent();
    }

    /// Once everybody has come to rest: the rest of what must hold.
    ///
    /// @return what does not, as sentences
    List<String> faults(Stage stage) {
        return Prizes.faults(stage, tables());
    }

    /// Games that were won meanwhile.
    int won(Stage stage) {
        return Prizes.wonOf(stage, tables()).size();
    }

    private List<Table> tables() {
        return loads.stream().flatMap(it -> it.tables().stream()).toList();
    }
}
