package games.drawbridge.bench;

import games.drawbridge.bench.server.Contestant;
import games.drawbridge.bench.server.Running;
import games.drawbridge.bench.work.Measured;
import games.drawbridge.bench.work.Size;
import games.drawbridge.bench.work.Workload;
import java.util.LinkedHashMap;
import java.util.Map;

/// The servers of a workload, of which one works at a time. Where they stay, nobody is connected to
/// those that wait for their turn.
final class Turns implements AutoCloseable {
    private final Workload workload;
    private final Size size;
    private final Map<String, Running> up = new LinkedHashMap<>();

    Turns(Workload workload, Size size) {
        this.workload = workload;
        this.size = size;
    }

    /// The next round of a contestant.
    ///
    /// @throws Exception when it could not be measured
    Measured next(Contestant contestant) throws Exception {
        if (!workload.stays())
            try (var running = contestant.start()) {
                workload.warmUp(running, size);
                return workload.measure(running, size);
            }
        var running = up.get(contestant.name());
        if (running == null) {
            running = contestant.start();
            up.put(contestant.name(), running);
            workload.warmUp(running, size);
        }
        running.renew();
        return workload.measure(running, size);
    }

    @Override
    public void close() {
        up.values().forEach(Running::close);
    }
}
