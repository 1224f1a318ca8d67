package games.drawbridge.local.triggers;

import games.drawbridge.local.template.Function;
import games.drawbridge.local.template.Template;
import games.drawbridge.local.template.TemplateFault;
import games.drawbridge.local.template.Trigger;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// All triggers of the template, at work until closed.
public final class Triggers implements AutoCloseable {

    /// What is under way may end.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private volatile boolean closed;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// @throws TemplateFault when one of them can't be run exactly
    public Triggers(Template template, Engine engine) {
        var functions =
                template.functions().stream()
                        .collect(Collectors.toMap(Function::id, function -> function));
        var events = new AsyncEvents(functions, engine, threads);
        for (Trigger trigger : template.triggers())
            switch (trigger) {
                case Trigger.OfStream stream ->
                        threads.execute(
                                new StreamPoller(
                                        stream, arn(stream, engine), engine, () -> !closed));
                case Trigger.OfQueue queue -> {
                    for (int i = 0; i < TriggerLimits.POLLERS; i++)
                        threads.execute(new QueuePoller(queue, engine, () -> !closed));
                }
                case Trigger.OfClock clock -> threads.execute(new Clockwork(clock, engine, events));
            }
    }

    private static String arn(Trigger.OfStream trigger, Engine engine) {
        var table = engine.aws().dynamoDb().describeTable(ask -> ask.tableName(trigger.table()));
        String arn = table.table().latestStreamArn();
        if (arn == null)
            throw new TemplateFault(trigger.name(), trigger.table() + " has no stream");
        return arn;
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                System.getLogger(Triggers.class.getName())
                        .log(System.Logger.Level.WARNING, "a trigger was still at work");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
