package games.drawbridge.simulation;

import games.drawbridge.history.History;
import games.drawbridge.history.Verdict;
import games.drawbridge.history.Violation;
import games.drawbridge.simulation.Plan.Fault;
import java.util.List;
import java.util.Map;

/// What came of a seed.
///
/// @param violations of invariants 1–10, which [games.drawbridge.history.Checker] lists; 0 is what
///   the engine itself called an error, and effects that were not handed over once each
record Outcome(
        long seed,
        Plan plan,
        History history,
        List<Verdict> verdicts,
        Map<Fault, Integer> faults,
        List<Violation> violations) {}
