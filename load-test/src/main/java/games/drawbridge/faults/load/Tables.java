package games.drawbridge.faults.load;

import games.drawbridge.local.Checkout;
import games.drawbridge.local.http.Probe;
import games.drawbridge.local.process.Child;
import games.drawbridge.local.process.Ports;
import games.drawbridge.local.standins.StandIns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// A DynamoDB Local in memory, beside a world that is measured: nobody's disk is to be measured.
public record Tables(Child child, String endpoint) implements AutoCloseable {
    /// Seconds to come up, on a busy machine.
    private static final int READY = 60;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// @param random for a port that is free
    public static Tables start(Checkout checkout, Path folder, RandomGenerator random)
            throws IOException {
        int port = new Ports(random).take(0);
        Path own = Files.createDirectories(folder.resolve("tables"));
        var standIns = new StandIns(checkout.standIns(), own, own, own);
        var endpoint = "http://127.0.0.1:" + port;
        var tables = new Tables(standIns.dynamoDbInMemory(port), endpoint);
        Waiting.until("DynamoDB Local is up", READY, () -> Probe.status(endpoint) != 0);
        return tables;
    }

    @Override
    public void close() {
        child.stop(PATIENCE);
    }
}
