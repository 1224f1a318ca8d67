package games.drawbridge.local.triggers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.local.template.TemplateFault;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    rate(1 minute)            | 2026-11-21T12:01:30Z
                    rate(5 minutes)           | 2026-11-21T12:05:30Z
                    rate(2 hours)             | 2026-11-21T14:00:30Z
                    rate(1 day)               | 2026-11-22T12:00:30Z
                    cron(0/15 * * * ? *)      | 2026-11-21T12:15:00Z
                    cron(0 4 * * ? *)         | 2026-11-22T04:00:00Z
                    cron(30 18 ? * MON-FRI *) | 2026-11-23T18:30:00Z
                    cron(0 12 ? * 1 *)        | 2026-11-22T12:00:00Z
                    cron(0 0 1 * ? *)         | 2026-12-01T00:00:00Z
                    cron(0 0 L * ? *)         | 2026-11-30T00:00:00Z
                    cron(0 0 1 1 ? 2028)      | 2028-01-01T00:00:00Z
                    """)
    void aClockRingsNext(String expression, Instant next) {
        var schedule = Schedule.read("F.E", expression);
        assertThat(schedule.after(Instant.parse("2026-11-21T12:00:30Z"))).contains(next);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    every minute
                    rate(0 minutes)
                    rate(5 seconds)
                    rate(minute)
                    cron(* * * * *)
                    cron(0 0 0 1 1 ? 2028)
                    cron(61 * * * ? *)
                    """)
    void whatIsNoScheduleIsAFault(String expression) {
        assertThatThrownBy(() -> Schedule.read("F.E", expression))
                .isInstanceOf(TemplateFault.class)
                .hasMessageContaining("F.E");
    }
}
