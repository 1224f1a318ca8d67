package games.drawbridge.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/// Closes what was started, in the order in which it may go: whoever works with something goes
/// before it.
final class Shutdown implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Shutdown.class.getName());

    private final Map<Turn, Deque<AutoCloseable>> parts = new EnumMap<>(Turn.class);

    private volatile boolean closed;

    /// Who goes when.
    enum Turn {
        NODES,
        DOOR,
        TRIGGERS,
        FUNCTIONS,
        CLIENTS,
        STORES,
        SERVER,
        FOLDER
    }

    /// Remembers a part; one that comes too late is closed at once.
    synchronized <T extends AutoCloseable> T last(Turn turn, T part) {
        parts.computeIfAbsent(turn, _ -> new ArrayDeque<>()).push(part);
        if (closed) close();
        return part;
    }

    boolean begun() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (var turn : parts.values())
            while (!turn.isEmpty()) {
                var part = turn.pop();
                try {
                    part.close();
                } catch (Exception failed) {
                    LOG.log(System.Logger.Level.WARNING, "while closing " + part, failed);
                }
            }
    }
}
