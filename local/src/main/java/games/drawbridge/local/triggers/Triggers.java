package games.drawbridge.local.triggers;

import games.drawbridge.local.template.Function;
import games.drawbridge.local.template.Template;
import games.drawbridge.local.template.TemplateFault;
import games.drawbridge.local.template.Trigger;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// All triggers of the template, at work until closed.
public final class Triggers implements AutoCloseable {

    private final Work work = new Work();
    private final ExecutorService threads =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());

    /// @throws TemplateFault when one of them can't be run exactly
    public Triggers(Template template, Engine engine) {
        var functions =
                template.functions().stream()
                        .collect(Collectors.toMap(Function::id, function -> function));
        var events = new AsyncEvents(functions, engine, work, threads);
        for (Trigger trigger : template.triggers())
            switch (trigger) {
                case Trigger.OfStream stream ->
                        threads.execute(
                                new StreamPoller(stream, arn(stream, engine), engine, work));
                case Trigger.OfQueue queue -> {
                    for (int i = 0; i < TriggerLimits.POLLERS; i++)
                        threads.execute(new QueuePoller(queue, engine, work));
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

    /// Waits for what is under way, and disturbs what waits for something to do.
    @Override
    public void close() {
        try {
            boolean ended = work.stop(TriggerLimits.LAST_WORK);
            threads.shutdownNow();
            long rest = TriggerLimits.LAST_WAIT.toMillis();
            if (!threads.awaitTermination(rest, TimeUnit.MILLISECONDS) || !ended)
                System.getLogger(Triggers.class.getName())
                        .log(System.Logger.Level.WARNING, "a trigger was still at work");
        } catch (InterruptedException _) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
