package games.drawbridge.local;

import games.drawbridge.local.aws.Aws;
import games.drawbridge.local.http.Probe;
import games.drawbridge.local.process.Child;
import games.drawbridge.local.process.Ports;
import games.drawbridge.local.refusal.Refusal;
import games.drawbridge.local.standins.StandIns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// All tables as they were at one moment, to be read from: what point-in-time recovery restores
/// beside the tables of now.
public final class Backup implements AutoCloseable {
    private static final String TABLES = "dynamodb";

    /// To come up, on a busy machine.
    private static final Duration READY = Duration.ofSeconds(60);

    private static final Duration ASK = Duration.ofMillis(30);

    /// To end.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Child child;
    private final Aws aws;

    private Backup(Child child, Aws aws) {
        this.child = child;
        this.aws = aws;
    }

    /// Opens what [World#backup] has kept, in a DynamoDB Local of its own.
    ///
    /// @param random for a port that is free
    /// @throws Refusal when it does not come up
    /// @throws IOException when it can't be started
    public static Backup open(Checkout checkout, Path folder, RandomGenerator random)
            throws IOException, InterruptedException {
        int port = new Ports(random).take(0);
        var at = "http://127.0.0.1:" + port;
        var standIns = new StandIns(checkout.standIns(), folder, folder, folder);
        var opened = new Backup(standIns.dynamoDb(port), Aws.at(at, at, at));
        opened.await(at);
        return opened;
    }

    private void await(String at) throws InterruptedException {
        long until = System.nanoTime() + READY.toNanos();
        while (Probe.status(at) == 0) {
            if (!child.alive() || System.nanoTime() > until) {
                close();
                throw new Refusal("The backup's DynamoDB Local does not answer.");
            }
            Thread.sleep(ASK);
        }
    }

    /// Copies the files of tables.
    ///
    /// @param world the folder of a world
    static void copy(Path world, Path to) throws IOException {
        var into = Files.createDirectories(to.resolve(TABLES));
        try (var files = Files.list(world.resolve(TABLES))) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                Files.copy(file, into.resolve(file.getFileName()));
        }
    }

    public DynamoDbClient dynamoDb() {
        return aws.dynamoDb();
    }

    @Override
    public void close() {
        aws.close();
        child.stop(PATIENCE);
    }
}
