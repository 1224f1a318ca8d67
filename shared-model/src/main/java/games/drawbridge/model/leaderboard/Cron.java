package games.drawbridge.model.leaderboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.Optional;

/// When something happens again and again, in UTC: minute, hour, day of the month, month, day of
/// the week (0 or 7: Sunday), each `*` or numbers, `1-5`, `*/15`, `10-20/5` and lists of these.
/// Where both kinds of days are given, either will do.
public final class Cron {
    /// Between two 29ths of February lie eight years at most.
    private static final int FARTHEST_DAYS = 8 * 366;

    private static final int SUNDAY = 7;

    private final String text;
    private final BitSet minutes;
    private final BitSet hours;
    private final BitSet days;
    private final BitSet months;
    private final BitSet weekdays;
    private final boolean eitherDay;

    /// @throws IllegalArgumentException when it is no such expression, or names no day that exists
    public Cron(String text) {
        this.text = text;
        String[] fields = text.strip().split(" +", -1);
        if (fields.length != 5) throw wrong();
        minutes = numbers(fields[0], 0, 59);
        hours = numbers(fields[1], 0, 23);
        days = numbers(fields[2], 1, 31);
        months = numbers(fields[3], 1, 12);
        weekdays = numbers(fields[4], 0, SUNDAY);
        if (weekdays.get(0)) weekdays.set(SUNDAY);
        eitherDay = !fields[2].startsWith("*") && !fields[4].startsWith("*");
        if (search(LocalDate.of(2000, 1, 1), 1).isEmpty()) throw wrong();
    }

    /// The last time at or before a moment.
    public Instant last(Instant moment) {
        var now = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        if (fits(now.toLocalDate()))
            for (int hour = hours.previousSetBit(now.getHour());
                    hour >= 0;
                    hour = hours.previousSetBit(hour - 1)) {
                int limit = hour == now.getHour() ? now.getMinute() : 59;
                int minute = minutes.previousSetBit(limit);
                if (minute >= 0) return instant(now.toLocalDate(), hour, minute);
            }
        var day = search(now.toLocalDate().minusDays(1), -1).orElseThrow(this::wrong);
        return instant(day, hours.previousSetBit(23), minutes.previousSetBit(59));
    }

    /// The first time after a moment.
    public Instant next(Instant moment) {
        var now = LocalDateTime.ofInstant(moment, ZoneOffset.UTC).plusMinutes(1);
        if (fits(now.toLocalDate()))
            for (int hour = hours.nextSetBit(now.getHour());
                    hour >= 0;
                    hour = hours.nextSetBit(hour + 1)) {
                int minute = minutes.nextSetBit(hour == now.getHour() ? now.getMinute() : 0);
                if (minute >= 0) return instant(now.toLocalDate(), hour, minute);
            }
        var day = search(now.toLocalDate().plusDays(1), 1).orElseThrow(this::wrong);
        return instant(day, hours.nextSetBit(0), minutes.nextSetBit(0));
    }

    private Optional<LocalDate> search(LocalDate from, int step) {
        for (int n = 0; n < FARTHEST_DAYS; n++) {
            var day = from.plusDays((long) n * step);
            if (fits(day)) return Optional.of(day);
        }
        return Optional.empty();
    }

    private boolean fits(LocalDate day) {
        boolean ofMonth = days.get(day.getDayOfMonth());
        boolean ofWeek = weekdays.get(day.getDayOfWeek().getValue());
        return months.get(day.getMonthValue())
                && (eitherDay ? ofMonth || ofWeek : ofMonth && ofWeek);
    }

    private static Instant instant(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).toInstant(ZoneOffset.UTC);
    }

    private BitSet numbers(String field, int least, int most) {
        var all = new BitSet();
        for (String part : field.split(",", -1)) {
            String[] stepped = part.split("/", -1);
            String[] range = stepped[0].split("-", -1);
            boolean any = stepped[0].equals("*");
            int from = any ? least : number(range[0]);
            int to = any || (range.length == 1 && stepped.length == 2) ? most : from;
            if (range.length == 2) to = number(range[1]);
            int step = stepped.length == 2 ? number(stepped[1]) : 1;
            boolean right = from >= least && to <= most && from <= to && step > 0;
            if (!right || range.length > 2 || stepped.length > 2) throw wrong();
            for (int n = from; n <= to; n += step) all.set(n);
        }
        return all;
    }

    private int number(String digits) {
        if (!digits.matches("[0-9]{1,2}")) throw wrong();
        return Integer.parseInt(digits);
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("not a cron expression: " + text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cron cron && cron.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
