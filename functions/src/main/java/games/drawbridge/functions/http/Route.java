package games.drawbridge.functions.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Where an endpoint is reached, who may call it and how often. API Gateway sees to all three, as
/// template.yaml declares them; a test holds the two together. Beyond the rate it answers 429, so a
/// flood of one call leaves the others alone; what one address may do is the firewall's matter.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Route {
    int USUAL_RATE = 1_000;
    int USUAL_BURST = 2_000;

    /// Method and path: `GET /v1/rooms/{room}`.
    String value();

    Who who() default Who.PLAYER;

    /// Calls a second of all callers together, steady.
    int rate() default USUAL_RATE;

    /// Calls at once of all callers together.
    int burst() default USUAL_BURST;
}
