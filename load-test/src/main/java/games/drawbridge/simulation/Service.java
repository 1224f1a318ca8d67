package games.drawbridge.simulation;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Something that answers requests over a network, each on its own: DynamoDB, S3. A request may be
/// done late, or done and not answered; its caller may be dead by then.
final class Service {
    private static final long SLOWEST = 3_000;

    /// When a caller stops waiting.
    private static final Duration GIVEN_UP = Duration.ofSeconds(6);

    private final Agenda agenda;
    private final Dice dice;
    private final long least;
    private final long most;
    private final Set<Life> cutOff = new HashSet<>();
    private Weather weather;

    /// @param least microseconds of an answer
    /// @param most microseconds of an answer when nothing is wrong
    Service(Agenda agenda, Dice dice, Weather weather, long least, long most) {
        this.agenda = agenda;
        this.dice = dice;
        this.weather = weather;
        this.least = least;
        this.most = most;
    }

    void turns(Weather next) {
        weather = next;
    }

    /// Between the process and the service nothing goes through any more, or all again.
    void cut(Life life, boolean cut) {
        if (cut) cutOff.add(life);
        else cutOff.remove(life);
    }

    /// @param request done at one moment between call and answer
    <T> CompletableFuture<T> ask(Life caller, Supplier<T> request) {
        var answer = new CompletableFuture<T>();
        var patience = caller.after(GIVEN_UP, () -> fail(answer));
        answer.whenComplete((_, _) -> patience.cancel());
        if (cutOff.contains(caller)) {
            // a packet on its way may still arrive, long after
            if (dice.happens(0.3))
                agenda.after(dice.millis(0, 2 * SLOWEST), () -> attempt(request));
        } else if (dice.happens(weather.failing())) {
            agenda.after(time(), () -> caller.run(() -> fail(answer)));
        } else if (dice.happens(weather.losing())) {
            agenda.after(time(), () -> attempt(request));
            if (dice.happens(0.5)) caller.after(time(), () -> fail(answer));
        } else {
            agenda.after(time(), () -> done(caller, request, answer));
        }
        return answer;
    }

    private <T> void done(Life caller, Supplier<T> request, CompletableFuture<T> answer) {
        var result = attempt(request);
        agenda.after(
                time(),
                () -> {
                    if (!cutOff.contains(caller))
                        caller.run(
                                () -> result.whenComplete((it, error) -> tell(answer, it, error)));
                });
    }

    private static <T> CompletableFuture<T> attempt(Supplier<T> request) {
        try {
            return CompletableFuture.completedFuture(request.get());
        } catch (Refusal refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private static <T> void tell(CompletableFuture<T> answer, T result, Throwable error) {
        if (error == null) answer.complete(result);
        else answer.completeExceptionally(error);
    }

    private static void fail(CompletableFuture<?> answer) {
        if (!answer.isDone()) answer.completeExceptionally(new Refusal("no answer"));
    }

    private Duration time() {
        return dice.happens(weather.slow())
                ? dice.millis(0, SLOWEST / 2)
                : dice.micros(least / 2, most / 2);
    }

    /// What a request can come to beside its answer.
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refusal(String why) {
            super(why, null, false, false);
        }
    }
}
