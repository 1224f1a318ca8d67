package games.drawbridge.local;

import games.drawbridge.local.http.Probe;
import games.drawbridge.local.process.Child;
import games.drawbridge.local.process.Ports;
import games.drawbridge.local.process.Signal;
import games.drawbridge.local.process.Supervised;
import games.drawbridge.local.refusal.Refusal;
import games.drawbridge.local.standins.Redis;
import games.drawbridge.local.standins.StandIns;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Everything that keeps data: DynamoDB, S3, SQS and Redis.
final class Stores {

    /// To come up, on a busy machine.
    private static final Duration READY = Duration.ofSeconds(60);

    /// To write down what is left.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration ASK = Duration.ofMillis(30);

    private final WorldFolder folder;
    private final Shutdown shutdown;
    private final StandIns standIns;
    private final CompletableFuture<Refusal> broken;
    private final Optional<String> otherDynamoDb;
    private final int dynamoDb;
    private final int s3;
    private final int sqs;
    private final int redis;
    private volatile @Nullable Child tables;

    /// @param broken completed when one of them ends by itself
    Stores(
            WorldOptions options,
            WorldFolder folder,
            Ports ports,
            Shutdown shutdown,
            CompletableFuture<Refusal> broken)
            throws IOException {
        this.folder = folder;
        this.shutdown = shutdown;
        this.broken = broken;
        this.otherDynamoDb = options.dynamoDb();
        this.standIns =
                new StandIns(
                        options.checkout().standIns(), folder.root(), folder.logs(), folder.run());
        this.dynamoDb = ports.take(options.portFor(1));
        this.s3 = ports.take(options.portFor(2));
        this.sqs = ports.take(options.portFor(3));
        this.redis = ports.take(options.portFor(4));
    }

    Endpoints endpoints(String game, int services) {
        return new Endpoints(
                game,
                otherDynamoDb.orElse("http://127.0.0.1:" + dynamoDb),
                "http://127.0.0.1:" + s3,
                "http://127.0.0.1:" + sqs,
                "redis://127.0.0.1:" + redis,
                "http://127.0.0.1:" + services);
    }

    /// Starts DynamoDB Local, unless another one is used, and waits until it answers.
    void dynamoDb() throws IOException, InterruptedException {
        if (otherDynamoDb.isPresent()) {
            if (Probe.status(otherDynamoDb.get()) == 0)
                throw new Refusal("Nobody answers at " + otherDynamoDb.get() + ".");
            return;
        }
        var child = keep(standIns.dynamoDb(dynamoDb));
        tables = child;
        await(child, dynamoDb);
    }

    /// Copies all tables as they are at one moment: DynamoDB Local stands still meanwhile.
    ///
    /// @throws Refusal when it is another DynamoDB, of which nobody here has the files
    /// @throws IOException when they can't be copied
    void backup(Path to) throws IOException {
        var child = tables;
        if (child == null) throw new Refusal("The tables are not this world's own.");
        child.send(Signal.STOP);
        try {
            Backup.copy(folder.root(), to);
        } finally {
            child.send(Signal.CONT);
        }
    }

    /// Starts S3Proxy and ElasticMQ and waits until both answer.
    void storage() throws IOException, InterruptedException {
        var child = keep(standIns.storage(s3, sqs));
        await(child, s3);
        await(child, sqs);
    }

    /// Starts Redis and waits until it answers.
    Supervised redis() throws IOException {
        var program = new Redis(folder.root(), folder.logs(), folder.run());
        var running =
                Supervised.start(
                        "redis",
                        new Supervised.Program() {
                            @Override
                            public Child start() throws IOException {
                                return program.start(redis);
                            }

                            @Override
                            public boolean answers() {
                                return Redis.answers(redis);
                            }
                        });
        shutdown.last(Shutdown.Turn.STORES, () -> running.stop(PATIENCE));
        try {
            return running.ready().orTimeout(READY.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException _) {
            throw ended("redis");
        }
    }

    private Child keep(Child child) {
        shutdown.last(Shutdown.Turn.STORES, () -> child.stop(PATIENCE));
        var _ =
                child.ended()
                        .thenRun(() -> {
                            if (!shutdown.begun()) broken.complete(ended(child.name()));
                        });
        return child;
    }

    private Refusal ended(String name) {
        return new Refusal(
                "%s has ended by itself: see %s."
                        .formatted(name, folder.logs().resolve(name + ".log")));
    }

    private void await(Child child, int port) throws InterruptedException {
        long until = System.nanoTime() + READY.toNanos();
        while (Probe.status("http://127.0.0.1:" + port + "/") == 0) {
            if (!child.alive()) throw ended(child.name());
            if (System.nanoTime() > until)
                throw new Refusal(child.name() + " does not answer on port " + port + ".");
            Thread.sleep(ASK);
        }
    }
}
