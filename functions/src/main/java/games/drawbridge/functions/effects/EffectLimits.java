package games.drawbridge.functions.effects;

import java.time.Duration;

/// How much and how late a sweep looks.
final class EffectLimits {
    /// How long the stream has before the sweep helps.
    static final Duration PATIENCE = Duration.ofMinutes(1);

    /// Effects of one sweep: some ten seconds of work.
    static final int SWEEP = 500;

    private EffectLimits() {}
}
