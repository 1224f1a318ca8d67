package games.drawbridge.model.leaderboard;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/// How often a board begins anew. Days, weeks and months are those of UTC.
public sealed interface Cycle {

    /// Names it on its board, and begins the ids of its periods.
    String name();

    /// The period that a moment belongs to; none when it is outside.
    Optional<Period> at(Instant moment);

    /// The period of an id; none when it is no id of this cycle.
    Optional<Period> named(String id);

    /// Never.
    record Always() implements Cycle {
        private static final Period ALL = new Period("all", Instant.MIN, Instant.MAX);

        @Override
        public String name() {
            return ALL.id();
        }

        @Override
        public Optional<Period> at(Instant moment) {
            return Optional.of(ALL);
        }

        @Override
        public Optional<Period> named(String id) {
            return Optional.of(ALL).filter(all -> all.id().equals(id));
        }
    }

    /// At midnight.
    record Daily() implements Cycle {
        @Override
        public String name() {
            return "daily";
        }

        @Override
        public Optional<Period> at(Instant moment) {
            var day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
            return Optional.of(days(name() + "-" + day, day, day.plusDays(1)));
        }

        @Override
        public Optional<Period> named(String id) {
            return Cycle.named(this, id, text -> LocalDate.parse(text).atStartOfDay());
        }
    }

    /// On Mondays.
    record Weekly() implements Cycle {
        @Override
        public String name() {
            return "weekly";
        }

        @Override
        public Optional<Period> at(Instant moment) {
            var monday =
                    LocalDate.ofInstant(moment, ZoneOffset.UTC)
                            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return Optional.of(days(name() + "-" + monday, monday, monday.plusWeeks(1)));
        }

        @Override
        public Optional<Period> named(String id) {
            return Cycle.named(this, id, text -> LocalDate.parse(text).atStartOfDay());
        }
    }

    /// On the first of the month.
    record Monthly() implements Cycle {
        @Override
        public String name() {
            return "monthly";
        }

        @Override
        public Optional<Period> at(Instant moment) {
            var month = YearMonth.from(moment.atOffset(ZoneOffset.UTC));
            return Optional.of(
                    days(name() + "-" + month, month.atDay(1), month.plusMonths(1).atDay(1)));
        }

        @Override
        public Optional<Period> named(String id) {
            return Cycle.named(this, id, text -> YearMonth.parse(text).atDay(1).atStartOfDay());
        }
    }

    /// Whenever a cron expression says.
    record ByCron(String name, Cron cron) implements Cycle {
        private static final DateTimeFormatter MINUTE =
                DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm");

        public ByCron {
            checked(name);
        }

        @Override
        public Optional<Period> at(Instant moment) {
            var from = cron.last(moment);
            String minute = MINUTE.format(from.atOffset(ZoneOffset.UTC));
            return Optional.of(new Period(name + "-" + minute, from, cron.next(moment)));
        }

        @Override
        public Optional<Period> named(String id) {
            return Cycle.named(this, id, text -> LocalDateTime.parse(text, MINUTE));
        }
    }

    /// Once: outside of it nothing counts.
    record Event(String name, Instant from, Instant until) implements Cycle {
        public Event {
            checked(name);
            if (!from.isBefore(until)) throw new IllegalArgumentException(name + " never is");
        }

        @Override
        public Optional<Period> at(Instant moment) {
            boolean within = !moment.isBefore(from) && moment.isBefore(until);
            return within ? named(name) : Optional.empty();
        }

        @Override
        public Optional<Period> named(String id) {
            return id.equals(name) ? Optional.of(new Period(name, from, until)) : Optional.empty();
        }
    }

    /// What comes of a period's id, behind the name.
    interface Beginning {
        /// @throws DateTimeException when it is none
        LocalDateTime of(String text);
    }

    private static Optional<Period> named(Cycle cycle, String id, Beginning beginning) {
        String start = cycle.name() + "-";
        if (!id.startsWith(start)) return Optional.empty();
        try {
            var from = beginning.of(id.substring(start.length())).toInstant(ZoneOffset.UTC);
            return cycle.at(from).filter(period -> period.id().equals(id));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Period days(String id, LocalDate from, LocalDate until) {
        return new Period(
                id,
                from.atStartOfDay().toInstant(ZoneOffset.UTC),
                until.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private static void checked(String name) {
        if (!name.matches("[a-z0-9-]{1,30}"))
            throw new IllegalArgumentException("a cycle's name is 1 to 30 of [a-z0-9-]: " + name);
    }
}
