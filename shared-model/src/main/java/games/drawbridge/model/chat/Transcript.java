package games.drawbridge.model.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.model.player.PlayerId;
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
public record Transcript(
        int slow,
        List<Message> messages,
        Map<PlayerId, Long> mutedUntil,
        Map<PlayerId, Long> saidAt) {

    public Transcript {
        messages = List.copyOf(messages);
        mutedUntil = Map.copyOf(mutedUntil);
        saidAt = Map.copyOf(saidAt);
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

    View view(@Nullable PlayerId viewer) {
        return new View(slow, messages, viewer == null ? null : mutedUntil.get(viewer));
    }

    boolean isMuted(PlayerId player, Instant at) {
        return mutedUntil.getOrDefault(player, 0L) > at.toEpochMilli();
    }

    boolean spokeLately(PlayerId player, Instant at) {
        Long before = saidAt.get(player);
        return before != null && before + slow * 1_000L > at.toEpochMilli();
    }

    boolean has(long message) {
        return messages.stream().anyMatch(it -> it.seq() == message);
    }

    Transcript said(Stamp stamp, String text, @Nullable String language) {
        long at = stamp.at().toEpochMilli();
        var more = new ArrayList<>(messages);
        more.add(new Message(stamp.seq(), stamp.player(), at, text, language));
        if (more.size() > ChatLimits.HISTORY) more.removeFirst();
        var lately = kept(saidAt, said -> said + slow * 1_000L > at);
        if (slow > 0) lately.put(stamp.player(), at);
        return new Transcript(slow, more, mutedUntil, lately);
    }

    Transcript muted(PlayerId player, long until, Instant at) {
        var more = kept(mutedUntil, end -> end > at.toEpochMilli());
        more.put(player, until);
        return new Transcript(slow, messages, more, saidAt);
    }

    Transcript unmuted(PlayerId player) {
        var fewer = new HashMap<>(mutedUntil);
        fewer.remove(player);
        return new Transcript(slow, messages, fewer, saidAt);
    }

    Transcript without(long message) {
        var rest = messages.stream().filter(it -> it.seq() != message).toList();
        return new Transcript(slow, rest, mutedUntil, saidAt);
    }

    Transcript slowed(int seconds) {
        return new Transcript(seconds, messages, mutedUntil, saidAt);
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
