package games.drawbridge.local.triggers;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.local.lambda.Outcome;
import games.drawbridge.local.template.Function;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/// Events that nobody waits for: tried again twice unless the function says otherwise, then given
/// up.
final class AsyncEvents {
    private static final System.Logger LOG = System.getLogger(AsyncEvents.class.getName());

    private final Map<String, Function> functions;
    private final Engine engine;
    private final Work work;
    private final ExecutorService threads;

    AsyncEvents(
            Map<String, Function> functions, Engine engine, Work work, ExecutorService threads) {
        this.functions = functions;
        this.engine = engine;
        this.work = work;
        this.threads = threads;
    }

    void send(String function, JsonNode event) {
        var declared = functions.get(function);
        if (declared == null) throw new IllegalArgumentException("no function " + function);
        threads.execute(() -> {
            try {
                deliver(declared, event);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void deliver(Function function, JsonNode event) throws InterruptedException {
        var outcome = attempt(function, event);
        for (int retry = 0; retry < function.retries() && !done(outcome); retry++) {
            Thread.sleep(TriggerLimits.ASYNC_RETRIES[retry]);
            outcome = attempt(function, event);
        }
        if (done(outcome)) return;
        LOG.log(System.Logger.Level.ERROR, function.id() + " gave up an event: " + outcome);
        var letter =
                new GivenUp(engine, function.id(), "RetriesExhausted", function.retries() + 1)
                        .event(event, outcome);
        function.onFailure().ifPresent(queue -> engine.send(queue, letter));
    }

    private Outcome attempt(Function function, JsonNode event) throws InterruptedException {
        try (var _ = work.begin()) {
            return engine.invoke(function.id(), event);
        }
    }

    private static boolean done(Outcome outcome) {
        return outcome instanceof Outcome.Answered;
    }
}
