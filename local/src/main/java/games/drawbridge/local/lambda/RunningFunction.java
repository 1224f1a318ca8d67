package games.drawbridge.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.inside.Caller;
import games.drawbridge.local.template.Function;
import java.time.Duration;
import java.util.concurrent.Callable;
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
        var run = new Run(instance, event);
        Thread.ofPlatform().daemon().name(function.id()).start(run);
        return run.outcome;
    }

    private static Outcome timedOut(Duration limit) {
        return new Outcome.Failed(
                "Sandbox.Timedout",
                "Task timed out after %d.00 seconds".formatted(limit.toSeconds()));
    }

    /// One event on its way through one instance.
    private final class Run implements Runnable {
        private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        // Whoever sets it, the function's end or its timeout, decides what becomes of the instance.
        private final AtomicBoolean settled = new AtomicBoolean();
        private final Instances.Instance instance;
        private final byte[] event;

        Run(Instances.Instance instance, byte[] event) {
            this.instance = instance;
            this.event = event;
        }

        @Override
        public void run() {
            Thread.currentThread().setContextClassLoader(code);
            Caller.enter(role);
            long began = System.nanoTime();
            var result = call();
            if (!settled.compareAndSet(false, true)) return;
            meter(Duration.ofNanos(System.nanoTime() - began), result instanceof Outcome.Answered);
            // Free before the answer is known: the caller's next call finds this instance.
            if (instance.cold()) instances.drop();
            else instances.giveBack(instance, host.clock().instant());
            outcome.complete(result);
        }

        private void meter(Duration took, boolean well) {
            host.meter().ran(function.id(), took, well);
        }

        private Outcome call() {
            try {
                if (instance.cold())
                    limited(LambdaLimits.INIT, () -> instance.handler(handler::make));
                var invocation = Invocation.of(function, host.cloud(), host.clock(), host.log());
                return limited(function.timeout(), () -> answer(invocation));
            } catch (Throwable thrown) { // an Error too is the function's own affair
                return thrown(thrown, "starting");
            }
        }

        private Outcome answer(Invocation invocation) throws Exception {
            try {
                byte[] answer = handler.call(instance.handler(handler::make), event, invocation);
                if (answer.length <= LambdaLimits.SYNC_PAYLOAD)
                    return new Outcome.Answered(Json.read(answer));
                return new Outcome.Failed(
                        "Function.ResponseSizeTooLarge", "the answer is larger than 6 MB");
            } catch (Throwable thrown) {
                return thrown(thrown, invocation.id());
            }
        }

        private Outcome thrown(Throwable thrown, String request) {
            host.log().write(function.id(), request, thrown);
            return new Outcome.Failed(
                    thrown.getClass().getName(), String.valueOf(thrown.getMessage()));
        }

        /// Does the work; when it takes too long, the caller is told so and the thread is
        /// disturbed.
        private <T> T limited(Duration limit, Callable<T> work) throws Exception {
            var thread = Thread.currentThread();
            var timer =
                    host.timer()
                            .schedule(
                                    () -> giveUp(thread, limit),
                                    limit.toMillis(),
                                    TimeUnit.MILLISECONDS);
            try {
                return work.call();
            } finally {
                timer.cancel(false);
            }
        }

        private void giveUp(Thread thread, Duration limit) {
            if (!settled.compareAndSet(false, true)) return;
            instances.drop();
            meter(limit, false);
            outcome.complete(timedOut(limit));
            thread.interrupt();
        }
    }
}
