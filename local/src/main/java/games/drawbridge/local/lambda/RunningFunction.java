package games.drawbridge.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.inside.Caller;
import games.drawbridge.local.template.Function;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// One function, with its instances.
final class RunningFunction {
    private final Function function;
    private final Handler handler;
    private final Caller role;
    private final ClassLoader code;
    private final Host host;
    private final Instances instances;

    RunningFunction(Function function, Handler handler, Caller role, ClassLoader code, Host host) {
        this.function = function;
        this.handler = handler;
        this.role = role;
        this.code = code;
        this.host = host;
        this.instances =
                new Instances(
                        function.concurrency().orElse(LambdaLimits.INSTANCES), LambdaLimits.IDLE);
    }

    /// Begins at once, on a thread of its own.
    CompletableFuture<Outcome> invoke(JsonNode event) {
        byte[] bytes = Json.bytes(event);
        if (bytes.length > LambdaLimits.SYNC_PAYLOAD)
            return CompletableFuture.completedFuture(new Outcome.TooLarge());
        return instances
                .take()
                .map(instance -> start(instance, bytes))
                .orElseGet(() -> CompletableFuture.completedFuture(new Outcome.Throttled()));
    }

    private CompletableFuture<Outcome> start(Instances.Instance instance, byte[] event) {
        var outcome = new CompletableFuture<Outcome>();
        // Whoever sets it, the function's end or its timeout, decides what becomes of the instance.
        var settled = new AtomicBoolean();
        var thread =
                Thread.ofVirtual()
                        .name(function.id())
                        .unstarted(() -> run(instance, event, settled, outcome));
        var limit =
                instance.cold() ? function.timeout().plus(LambdaLimits.INIT) : function.timeout();
        var timer =
                host.timer()
                        .schedule(
                                () -> giveUp(thread, settled, outcome),
                                limit.toMillis(),
                                TimeUnit.MILLISECONDS);
        var _ = outcome.whenComplete((_, _) -> timer.cancel(false));
        thread.start();
        return outcome;
    }

    private void giveUp(Thread thread, AtomicBoolean settled, CompletableFuture<Outcome> outcome) {
        if (!settled.compareAndSet(false, true)) return;
        instances.drop();
        outcome.complete(timedOut(function.timeout()));
        thread.interrupt();
    }

    private static Outcome timedOut(Duration timeout) {
        return new Outcome.Failed(
                "Sandbox.Timedout",
                "Task timed out after %d.00 seconds".formatted(timeout.toSeconds()));
    }

    private void run(
            Instances.Instance instance,
            byte[] event,
            AtomicBoolean settled,
            CompletableFuture<Outcome> outcome) {
        Thread.currentThread().setContextClassLoader(code);
        Caller.enter(role);
        var result = call(instance, event);
        if (!settled.compareAndSet(false, true)) return;
        // Free before the answer is known: the caller's next call finds this instance.
        if (instance.cold()) instances.drop();
        else instances.giveBack(instance, host.clock().instant());
        outcome.complete(result);
    }

    private Outcome call(Instances.Instance instance, byte[] event) {
        var invocation = Invocation.of(function, host.cloud(), host.clock(), host.log());
        try {
            byte[] answer = handler.call(instance.handler(handler::make), event, invocation);
            if (answer.length > LambdaLimits.SYNC_PAYLOAD)
                return new Outcome.Failed(
                        "Function.ResponseSizeTooLarge", "the answer is larger than 6 MB");
            return new Outcome.Answered(Json.read(answer));
        } catch (Throwable thrown) { // whatever a function throws, an Error too, is its own affair
            host.log().write(function.id(), invocation.id(), thrown);
            return new Outcome.Failed(
                    thrown.getClass().getName(), String.valueOf(thrown.getMessage()));
        }
    }
}
