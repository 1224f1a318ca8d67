package games.drawbridge.model.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;

/// How many pieces of an item one player may buy within a period of the calendar.
public record Limit(int most, Per per) {

    /// @throws IllegalArgumentException when it lets nothing through
    public Limit {
        if (most < 1) throw new IllegalArgumentException("limit: " + most);
    }

    /// A period of the calendar. Weeks are those of ISO 8601: they begin on Mondays.
    public enum Per {
        @JsonProperty("day")
        DAY,
        @JsonProperty("week")
        WEEK,
        @JsonProperty("month")
        MONTH;

        private static final DateTimeFormatter MONTH_NAME = DateTimeFormatter.ofPattern("uuuu-MM");

        /// Names the period that the day is in: `2026-11-29`, `2026-W48`, `2026-11`.
        String name(LocalDate day) {
            return switch (this) {
                case DAY -> day.toString();
                case WEEK ->
                        "%d-W%02d"
                                .formatted(
                                        day.get(IsoFields.WEEK_BASED_YEAR),
                                        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
                case MONTH -> MONTH_NAME.format(day);
            };
        }
    }
}
