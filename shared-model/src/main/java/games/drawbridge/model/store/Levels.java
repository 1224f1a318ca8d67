package games.drawbridge.model.store;

import java.util.List;

/// What makes a player's level: how much they hold of a currency that counts what they have done.
///
/// @param currency rooms grant it, and nothing costs it
/// @param steps how much of it each level after the first takes, rising
public record Levels(String currency, List<Long> steps) {
    public Levels {
        steps = List.copyOf(steps);
    }

    /// From 1.
    int of(long held) {
        return 1 + (int) steps.stream().filter(step -> step <= held).count();
    }
}
