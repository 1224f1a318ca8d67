package games.drawbridge.faults;

import java.util.function.ToDoubleFunction;

/// A figure that was promised.
///
/// @param what is measured, with its unit
/// @param most that it may be
/// @param figure NaN when nothing was measured
record Goal(String what, double most, ToDoubleFunction<Figures> figure) {
    static final Goal NONE_LOST = new Goal("acknowledged and lost", 0, it -> it.lost);
    static final Goal NONE_DOUBLED = new Goal("doubled", 0, it -> it.doubled);

    static Goal percentile(String measure, double percent, double most) {
        var what = percent == 100 ? measure + " max" : measure + " p" + (int) percent;
        return new Goal(what, most, it -> it.samples(measure).percentile(percent));
    }

    boolean isMet(Figures figures) {
        return figure.applyAsDouble(figures) <= most;
    }

    /// As `met` or `NOT met`, plainly.
    String verdict(Figures figures) {
        if (Double.isNaN(figure.applyAsDouble(figures))) return "not measured";
        return isMet(figures) ? "met" : "**not met**";
    }
}
