package games.drawbridge.local.metrics;

import games.drawbridge.local.metrics.Lines.Figure;
import java.util.HashMap;
import java.util.Map;

/// What is drawn of a node's `/metrics`. On one thread.
final class NodeFigures {
    private static final String ENTRIES = "drawbridge_entries_total{";
    private static final String APPEND = "drawbridge_append_seconds{";

    private final String node;
    private double entries = Double.NaN;

    NodeFigures(String node) {
        this.node = node;
    }

    /// @param text as Prometheus reads it
    /// @param seconds since the last look
    Map<Figure, Double> look(String text, double seconds) {
        var seen = new HashMap<Figure, Double>();
        double written = 0;
        double slow = 0;
        for (String line : text.lines().toList()) {
            int blank = line.lastIndexOf(' ');
            if (line.startsWith("#") || blank < 0) continue;
            String name = line.substring(0, blank);
            double value = Double.parseDouble(line.substring(blank + 1));
            switch (name) {
                case "drawbridge_busy" -> seen.put(figure("busy", "%"), value);
                case "drawbridge_rooms" -> seen.put(figure("rooms", ""), value);
                case "drawbridge_players" -> seen.put(figure("players", ""), value);
                case "drawbridge_sockets" -> seen.put(figure("sockets", ""), value);
                default -> {
                    if (name.startsWith(ENTRIES)) written += value;
                    if (name.startsWith(APPEND) && name.contains("quantile=\"0.99\""))
                        slow = Math.max(slow, value);
                }
            }
        }
        seen.put(figure("append, slowest 1 of 100", "ms"), slow * 1_000);
        // a node that began anew counts from nothing
        if (written >= entries)
            seen.put(figure("entries", "a second"), (written - entries) / seconds);
        entries = written;
        return seen;
    }

    private Figure figure(String name, String unit) {
        return new Figure(node, name, unit);
    }
}
