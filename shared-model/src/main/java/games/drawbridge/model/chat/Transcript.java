package games.drawbridge.model.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Blocks;
import games.drawbridge.model.room.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A channel as it stands.
///
/// @param slow seconds between two messages of a player
/// @param messages the newest ones, oldest first
/// @param mutedUntil who may say nothing, until when (milliseconds since 1970)
/// @param saidAt who said something within the last `slow` seconds, and when
/// @param reportedAt who reported a message within the last minute, and when
public record Transcript(
        int slow,
        List<Message> messages,
        Map<PlayerId, Long> mutedUntil,
        Map<PlayerId, Long> saidAt,
        Map<PlayerId, Long> reportedAt) {

    /// A channel of before messages could be reported has no reports.
    public Transcript(
            int slow,
            List<Message> messages,
            Map<PlayerId, Long> mutedUntil,
            Map<PlayerId, Long> saidAt,
            @Nullable Map<PlayerId, Long> reportedAt) {
        this.slow = slow;
        this.messages = List.copyOf(messages);
        this.mutedUntil = Map.copyOf(mutedUntil);
        this.saidAt = Map.copyOf(saidAt);
        this.reportedAt = reportedAt == null ? Map.of() : Map.copyOf(reportedAt);
    }

    /// @param seq of the event that it was: what names it
    /// @param at milliseconds since 1970
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Message(long seq, PlayerId by, long at, String text, @Nullable String language) {}

    /// What a player sees.
    ///
    /// @param mutedUntil when the player may say something again; absent when they may
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(int slow, List<Message> messages, @Nullable Long mutedUntil) {}

    View view(@Nullable PlayerId viewer, Blocks blocks) {
        var heard =
                blocks.isEmpty()
                        ? messages
                        : messages.stream().filter(it -> !blocks.has(it.by())).toList();
        return new View(slow, heard, viewer == null ? null : mutedUntil.get(viewer));
    }

    boolean isMuted(PlayerId player, Instant at) {
        return mutedUntil.getOrDefault(player, 0L) > at.toEpochMilli();
    }

    boolean spokeLately(PlayerId player, Instant at) {
        Long before = saidAt.get(player);
        return before != null && before + slow * 1_000L > at.toEpochMilli();
    }

    boolean has(long message) {
        return message(message) != null;
    }

    @Nullable Message message(long seq) {
        return messages.stream().filter(it -> it.seq() == seq).findFirst().orElse(null);
    }

    boolean reportedLately(PlayerId player, Instant at) {
        Long before = reportedAt.get(player);
        return before != null && before + ChatLimits.REPORT > at.toEpochMilli();
    }

    /// A message with those before and after it.
    List<Message> around(long seq) {
        int at = 0;
        while (messages.get(at).seq() != seq) at++;
        return messages.subList(
                Math.max(0, at - ChatLimits.BEFORE),
                Math.min(messages.size(), at + ChatLimits.AFTER + 1));
    }

    Transcript reported(PlayerId player, Instant at) {
        long now = at.toEpochMilli();
        var lately = kept(reportedAt, before -> before + ChatLimits.REPORT > now);
        lately.put(player, now);
        return new Transcript(slow, messages, mutedUntil, saidAt, lately);
    }

    Transcript said(Stamp stamp, String text, @Nullable String language) {
        long at = stamp.at().toEpochMilli();
        var more = new ArrayList<>(messages);
        more.add(new Message(stamp.seq(), stamp.player(), at, text, language));
        if (more.size() > ChatLimits.HISTORY) more.removeFirst();
        var lately = kept(saidAt, said -> said + slow * 1_000L > at);
        if (slow > 0) lately.put(stamp.player(), at);
        return new Transcript(slow, more, mutedUntil, lately, reportedAt);
    }

    Transcript muted(PlayerId player, long until, Instant at) {
        var more = kept(mutedUntil, end -> end > at.toEpochMilli());
        more.put(player, until);
        return new Transcript(slow, messages, more, saidAt, reportedAt);
    }

    Transcript unmuted(PlayerId player) {
        var fewer = new HashMap<>(mutedUntil);
        fewer.remove(player);
        return new Transcript(slow, messages, fewer, saidAt, reportedAt);
    }

    Transcript without(long message) {
        var rest = messages.stream().filter(it -> it.seq() != message).toList();
        return new Transcript(slow, rest, mutedUntil, saidAt, reportedAt);
    }

    Transcript slowed(int seconds) {
        return new Transcript(seconds, messages, mutedUntil, saidAt, reportedAt);
    }

    /// Times that are over are forgotten, so that nothing here grows with the number of players.
    private static Map<PlayerId, Long> kept(Map<PlayerId, Long> times, Predicate<Long> still) {
        var kept = new HashMap<PlayerId, Long>();
        times.forEach((player, time) -> {
            if (still.test(time)) kept.put(player, time);
        });
        return kept;
    }
}
