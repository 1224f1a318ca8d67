package games.drawbridge.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.local.template.HttpApi;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    @Test
    void aBurstPassesAndThenTheSteadyRate() {
        var millis = new AtomicLong();
        var throttle =
                new Throttle(new HttpApi.Rate(10, 3), () -> Instant.ofEpochMilli(millis.get()));
        assertThat(throttle.admits()).isTrue();
        assertThat(throttle.admits()).isTrue();
        assertThat(throttle.admits()).isTrue();
        assertThat(throttle.admits()).isFalse();
        millis.set(100);
        assertThat(throttle.admits()).isTrue();
        assertThat(throttle.admits()).isFalse();
        millis.set(60_000);
        for (int i = 0; i < 3; i++) assertThat(throttle.admits()).isTrue();
        assertThat(throttle.admits()).isFalse();
    }
}
