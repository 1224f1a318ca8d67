package games.drawbridge.faults;

import games.drawbridge.faults.load.Mix;
import java.util.List;
import java.util.stream.Stream;

/// One kind of fault.
///
/// @param name on the command line
/// @param what happens, in a sentence
/// @param rounds as usual
/// @param brief rounds in the short set; 0: it is not part of it
record Scenario(
        String name, String what, Mix mix, int rounds, int brief, Act act, List<Goal> goals) {

    /// Rounds under the same load, before everything is judged and a new load begins.
    static final int AT_ONCE = 10;

    interface Act {
        /// Makes the fault happen once, and measures. Whatever is wrong at its end is healed by the
        /// caller.
        void inflict(Round round) throws Exception;
    }

    Scenario(String name, String what, int rounds, int brief, Act act, Goal... goals) {
        this(name, what, Mix.USUAL, rounds, brief, act, all(goals));
    }

    /// What is asked of every scenario, and more.
    private static List<Goal> all(Goal... more) {
        return Stream.concat(
                        Stream.of(
                                Goal.NONE_LOST,
                                Goal.NONE_DOUBLED,
                                Goal.percentile(Figures.REST, 100, 10)),
                        Stream.of(more))
                .toList();
    }

    Scenario with(Mix other) {
        return new Scenario(name, what, other, rounds, brief, act, goals);
    }
}
