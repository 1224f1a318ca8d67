package games.drawbridge.simulation;

import games.drawbridge.history.Verdict;
import games.drawbridge.history.Violation;
import games.drawbridge.simulation.Plan.Fault;
import java.util.List;
import java.util.Map;

/// What came of a seed.
///
/// @param hash of the history
record Outcome(
        long seed,
        Plan plan,
        String hash,
        List<Verdict> verdicts,
        Map<Fault, Integer> faults,
        List<Violation> violations) {}
