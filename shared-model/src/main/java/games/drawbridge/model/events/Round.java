package games.drawbridge.model.events;

import com.fasterxml.jackson.annotation.JsonValue;
import games.drawbridge.model.leaderboard.Cycle;
import games.drawbridge.model.leaderboard.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// One week of an expedition.
public record Round(Expedition expedition, Period week) {
    private static final Cycle WEEKS = new Cycle.Weekly();

    /// How long before its beginning clans may sign up.
    public static final Duration SIGN_UP = Duration.ofDays(7);

    /// How far it is.
    public enum Phase {
        /// Nobody may sign up yet.
        COMING,
        SIGN_UP,
        RUNNING,
        /// Over, but late points are still counted.
        COUNTING,
        OVER;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// The one that runs at a moment.
    public static Round at(Expedition expedition, Instant moment) {
        return new Round(expedition, WEEKS.at(moment).orElseThrow());
    }

    /// The one of an id, as [#id] has it; empty when it is none of this expedition's.
    public static Optional<Round> named(Expedition expedition, String id) {
        String start = expedition.id() + ".";
        return id.startsWith(start)
                ? WEEKS.named(id.substring(start.length())).map(week -> new Round(expedition, week))
                : Optional.empty();
    }

    public Round next() {
        return at(expedition, week.until());
    }

    public Round before() {
        return at(expedition, week.from().minusMillis(1));
    }

    /// Names it for ever: `expedition.weekly-2026-11-30`.
    public String id() {
        return expedition.id() + "." + week.id();
    }

    public Phase phase(Instant now) {
        if (now.isBefore(week.from().minus(SIGN_UP))) return Phase.COMING;
        if (now.isBefore(week.from())) return Phase.SIGN_UP;
        if (now.isBefore(week.until())) return Phase.RUNNING;
        return week.closed(now) ? Phase.OVER : Phase.COUNTING;
    }
}
