package games.drawbridge.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// What the engine calls an error in its log while this is open, on this thread.
final class Complaints implements AutoCloseable {
    private static final ThreadLocal<List<String>> HERE = new ThreadLocal<>();
    private static final Logger ENGINE = Logger.getLogger("games.drawbridge.realtime");

    static {
        System.setProperty("org.jboss.logging.provider", "jdk");
        ENGINE.setUseParentHandlers(false);
        ENGINE.setLevel(Level.SEVERE);
        ENGINE.addHandler(new Ear());
    }

    private final List<String> all = new ArrayList<>();

    Complaints() {
        HERE.set(all);
    }

    List<String> all() {
        return all;
    }

    @Override
    public void close() {
        HERE.remove();
    }

    private static final class Ear extends Handler {
        @Override
        public void publish(LogRecord entry) {
            var here = HERE.get();
            var thrown = entry.getThrown();
            if (here != null)
                here.add(entry.getMessage() + (thrown == null ? "" : ": " + told(thrown)));
        }

        private static String told(Throwable thrown) {
            var at = thrown.getStackTrace().length == 0 ? "" : " at " + thrown.getStackTrace()[0];
            return thrown + at;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
