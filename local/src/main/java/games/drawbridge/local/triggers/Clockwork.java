package games.drawbridge.local.triggers;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.template.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/// Invokes one function whenever its clock rings. Times that pass while the world is stopped are
/// gone.
final class Clockwork implements Runnable {
    private final Trigger.OfClock trigger;
    private final Schedule schedule;
    private final Engine engine;
    private final AsyncEvents events;

    Clockwork(Trigger.OfClock trigger, Engine engine, AsyncEvents events) {
        this.trigger = trigger;
        this.schedule = Schedule.read(trigger.name(), trigger.expression());
        this.engine = engine;
        this.events = events;
    }

    @Override
    public void run() {
        try {
            var next = schedule.after(engine.clock().instant());
            while (next.isPresent()) {
                waitFor(next.get());
                events.send(trigger.function(), event(next.get()));
                next = schedule.after(next.get());
            }
        } catch (InterruptedException _) {
            // the world stops
        }
    }

    /// Looks at the clock each minute: a laptop may have slept.
    private void waitFor(Instant time) throws InterruptedException {
        var left = Duration.between(engine.clock().instant(), time);
        while (left.isPositive()) {
            var minute = Duration.ofMinutes(1);
            Thread.sleep(left.compareTo(minute) < 0 ? left : minute);
            left = Duration.between(engine.clock().instant(), time);
        }
    }

    private JsonNode event(Instant at) {
        Optional<JsonNode> input = trigger.input().map(Json::read);
        if (input.isPresent()) return input.get();
        var event =
                Json.object()
                        .put("version", "0")
                        .put("id", UUID.randomUUID().toString())
                        .put("detail-type", "Scheduled Event")
                        .put("source", trigger.source())
                        .put("account", engine.cloud().account())
                        .put("time", at.truncatedTo(ChronoUnit.SECONDS).toString())
                        .put("region", engine.cloud().region());
        event.putArray("resources").add(engine.cloud().rule(trigger.name()));
        event.putObject("detail");
        return event;
    }
}
