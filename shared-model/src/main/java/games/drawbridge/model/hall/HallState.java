package games.drawbridge.model.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A hall as it stands.
///
/// @param announcements the newest ones, oldest first
/// @param wishes that wait for helpers, oldest first
/// @param days what members asked and helped today (UTC), by member
public record HallState(
        List<Announcement> announcements, List<Wish> wishes, Map<PlayerId, Day> days) {

    public HallState {
        announcements = List.copyOf(announcements);
        wishes = List.copyOf(wishes);
        days = Map.copyOf(days);
    }

    /// @param at milliseconds since 1970
    public record Announcement(PlayerId by, long at, String text) {}

    /// @param id the seq of the event that it was
    /// @param at milliseconds since 1970
    public record Wish(long id, PlayerId by, long at, String text, List<PlayerId> helpers) {
        public Wish {
            helpers = List.copyOf(helpers);
        }

        boolean isOpen(Instant now) {
            return Instant.ofEpochMilli(at).plus(HallLimits.WISH).isAfter(now);
        }

        Wish with(PlayerId helper) {
            var more = new ArrayList<>(helpers);
            more.add(helper);
            return new Wish(id, by, at, text, more);
        }
    }

    /// @param day since 1970
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public record Day(long day, int asked, int helped) {}

    Day today(PlayerId player, Instant now) {
        long day = day(now);
        var known = days.get(player);
        return known != null && known.day() == day ? known : new Day(day, 0, 0);
    }

    private static long day(Instant at) {
        return at.getEpochSecond() / ChronoUnit.DAYS.getDuration().toSeconds();
    }

    Optional<Wish> wish(long id, Instant now) {
        return wishes.stream().filter(it -> it.id() == id && it.isOpen(now)).findFirst();
    }

    HallState announced(PlayerId by, Instant at, String text) {
        var more = new ArrayList<>(announcements);
        more.add(new Announcement(by, at.toEpochMilli(), text));
        if (more.size() > HallLimits.ANNOUNCEMENTS) more.removeFirst();
        return new HallState(more, wishes, days);
    }

    HallState asked(long id, PlayerId by, Instant at, String text) {
        var open = new ArrayList<>(wishes.stream().filter(it -> it.isOpen(at)).toList());
        open.add(new Wish(id, by, at.toEpochMilli(), text, List.of()));
        var day = today(by, at);
        return new HallState(
                announcements, open, with(by, new Day(day.day(), day.asked() + 1, day.helped())));
    }

    HallState helped(long id, PlayerId helper, Instant at) {
        var rest = new ArrayList<Wish>();
        for (var wish : wishes) {
            var next = wish.id() == id ? wish.with(helper) : wish;
            if (next.helpers().size() < HallLimits.HELPERS) rest.add(next);
        }
        var day = today(helper, at);
        return new HallState(
                announcements,
                rest,
                with(helper, new Day(day.day(), day.asked(), day.helped() + 1)));
    }

    /// Yesterday is forgotten.
    private Map<PlayerId, Day> with(PlayerId player, Day day) {
        var kept = new HashMap<PlayerId, Day>();
        days.forEach((other, known) -> {
            if (known.day() == day.day()) kept.put(other, known);
        });
        kept.put(player, day);
        return kept;
    }
}
