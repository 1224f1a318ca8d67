package games.drawbridge.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Figures of the same kind, one for each time it was measured.
public final class Samples {
    private final List<Double> all = new ArrayList<>();

    public void add(double figure) {
        all.add(figure);
    }

    public List<Double> all() {
        return all;
    }

    /// The figure that so many percent do not exceed; NaN when there is none.
    public double percentile(double percent) {
        if (all.isEmpty()) return Double.NaN;
        var sorted = all.stream().sorted().toList();
        int at = (int) Math.ceil(percent / 100 * sorted.size()) - 1;
        return sorted.get(Math.max(0, at));
    }

    public double most() {
        return percentile(100);
    }

    /// As `p50 / p99 / max (n)`.
    @Override
    public String toString() {
        if (all.isEmpty()) return "–";
        return String.format(
                Locale.ROOT,
                "%s / %s / %s (%d)",
                shown(percentile(50)),
                shown(percentile(99)),
                shown(most()),
                all.size());
    }

    public static String shown(double figure) {
        return String.format(Locale.ROOT, figure >= 100 ? "%.0f" : "%.2f", figure)
                .replaceAll("\\.00$", "");
    }
}
