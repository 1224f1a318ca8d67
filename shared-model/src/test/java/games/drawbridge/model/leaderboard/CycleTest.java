package games.drawbridge.model.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CycleTest {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    daily,   2026-11-29T00:00:00Z,      daily-2026-11-29
                    daily,   2026-11-29T23:59:59.999Z,  daily-2026-11-29
                    weekly,  2026-11-29T23:59:59.999Z,  weekly-2026-11-23
                    weekly,  2026-11-30T00:00:00Z,      weekly-2026-11-30
                    weekly,  2027-01-01T12:00:00Z,      weekly-2026-12-28
                    monthly, 2028-02-29T12:00:00Z,      monthly-2028-02
                    all,     2026-11-29T12:00:00Z,      all
                    season,  2026-11-29T06:29:59Z,      season-20261128T0630
                    season,  2026-11-29T06:30:00Z,      season-20261129T0630
                    """)
    void aMomentBelongsToOnePeriodWhichItsIdFindsAgain(String name, Instant moment, String id) {
        var cycle = cycle(name);
        var period = cycle.at(moment).orElseThrow();
        assertThat(period.id()).isEqualTo(id);
        assertThat(period.from()).isBeforeOrEqualTo(moment);
        assertThat(period.until()).isAfter(moment);
        assertThat(cycle.named(id)).contains(period);
        if (period.ends())
            assertThat(cycle.at(period.until()).orElseThrow().from()).isEqualTo(period.until());
    }

    private static Cycle cycle(String name) {
        return switch (name) {
            case "daily" -> new Cycle.Daily();
            case "weekly" -> new Cycle.Weekly();
            case "monthly" -> new Cycle.Monthly();
            case "season" -> new Cycle.ByCron("season", new Cron("30 6 * * *"));
            default -> new Cycle.Always();
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "daily-2026-11-31",
                "weekly-2026-11-24",
                "monthly-2026-13",
                "daily-",
                "all-",
                "ALL",
                "",
                "season-20261129T0631"
            })
    void whatIsNoPeriodIsFoundByNone(String id) {
        for (String name : new String[] {"daily", "weekly", "monthly", "season", "all"})
            assertThat(cycle(name).named(id)).isEmpty();
    }

    @Test
    void anEventIsOnlyWithinItsTime() {
        var from = Instant.parse("2026-12-01T10:00:00Z");
        var event = new Cycle.Event("winter", from, from.plusSeconds(60));
        assertThat(event.at(from.minusMillis(1))).isEmpty();
        assertThat(event.at(from).orElseThrow().id()).isEqualTo("winter");
        assertThat(event.at(from.plusSeconds(60))).isEmpty();
        assertThat(event.named("winter")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0 0 * * *      | 2026-11-29T12:00:00Z | 2026-11-29T00:00:00Z | 2026-11-30T00:00:00Z
                    */15 * * * *   | 2026-11-29T12:15:00Z | 2026-11-29T12:15:00Z | 2026-11-29T12:30:00Z
                    0 18 * * 5     | 2026-11-29T12:00:00Z | 2026-11-27T18:00:00Z | 2026-12-04T18:00:00Z
                    0 0 1 1,7 *    | 2026-11-29T12:00:00Z | 2026-07-01T00:00:00Z | 2027-01-01T00:00:00Z
                    0 0 29 2 *     | 2097-03-01T00:00:00Z | 2096-02-29T00:00:00Z | 2104-02-29T00:00:00Z
                    0 0 13 * 5     | 2026-11-29T12:00:00Z | 2026-11-27T00:00:00Z | 2026-12-04T00:00:00Z
                    0 8-18/5 * * 0 | 2026-11-29T14:00:00Z | 2026-11-29T13:00:00Z | 2026-11-29T18:00:00Z
                    5 4 * * 7      | 2026-11-29T04:04:00Z | 2026-11-22T04:05:00Z | 2026-11-29T04:05:00Z
                    """)
    void aCronExpressionSaysWhen(String text, Instant moment, Instant last, Instant next) {
        assertThat(new Cron(text).last(moment)).isEqualTo(last);
        assertThat(new Cron(text).next(moment)).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * * 13 *",
                "* * * * 8",
                "0 0 30 2 *",
                "a * * * *",
                "5-1 * * * *",
                "*/0 * * * *",
                "1-2-3 * * * *",
                "1,,2 * * * *"
            })
    void whatIsNoCronExpressionIsRefused(String text) {
        assertThatThrownBy(() -> new Cron(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
