package games.drawbridge.local.triggers;

import games.drawbridge.local.http.Json;
import games.drawbridge.local.lambda.Invoker;
import games.drawbridge.local.lambda.Outcome;
import games.drawbridge.local.refusal.Refusal;
import games.drawbridge.local.services.Secrets;
import games.drawbridge.local.template.Rotation;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;

/// Gives secrets new values when it is time, by their functions' four steps. The local world looks
/// when it starts: nobody plays for 30 days without a break.
public final class Rotations {
    private static final List<String> STEPS =
            List.of("createSecret", "setSecret", "testSecret", "finishSecret");

    private static final int TRIES = 3;

    private final Secrets secrets;
    private final Invoker functions;
    private final InstantSource clock;

    public Rotations(Secrets secrets, Invoker functions, InstantSource clock) {
        this.secrets = secrets;
        this.functions = functions;
        this.clock = clock;
    }

    /// Rotates what has no value yet, where the template wants that at once, and what is too old.
    ///
    /// @throws Refusal when a step fails
    /// @throws IOException when secrets can't be written
    public void run(List<Rotation> rotations) throws IOException, InterruptedException {
        for (Rotation each : rotations) if (isDue(each)) rotate(each);
    }

    private boolean isDue(Rotation rotation) {
        if (secrets.current(rotation.secret()).isEmpty()) return rotation.atOnce();
        return secrets.rotatedAt(rotation.secret())
                .filter(at -> at.plus(rotation.every()).isBefore(clock.instant()))
                .isPresent();
    }

    /// Secrets Manager tries again too; a first try on a cold, busy machine may take too long.
    private void rotate(Rotation rotation) throws IOException, InterruptedException {
        for (int left = TRIES; left > 0; left--)
            try {
                once(rotation);
                return;
            } catch (Refusal refusal) {
                if (left == 1) throw refusal;
            }
    }

    private void once(Rotation rotation) throws IOException, InterruptedException {
        String token = secrets.beginRotation(rotation.secret());
        for (String step : STEPS) step(rotation, step, token);
        if (!secrets.endRotation(rotation.secret(), token))
            throw new Refusal(
                    rotation.function()
                            + " has rotated "
                            + rotation.secret()
                            + " but the new value is not current.");
    }

    private void step(Rotation rotation, String step, String token) throws InterruptedException {
        var event =
                Json.object()
                        .put("Step", step)
                        .put("SecretId", rotation.secret())
                        .put("ClientRequestToken", token);
        try {
            var outcome = functions.invoke(rotation.function(), event).get();
            if (!(outcome instanceof Outcome.Answered))
                throw new Refusal(
                        "%s failed at %s: %s (see functions.log)."
                                .formatted(rotation.function(), step, outcome));
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
