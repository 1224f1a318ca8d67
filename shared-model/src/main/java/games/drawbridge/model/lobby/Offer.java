package games.drawbridge.model.lobby;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.RoomId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A match that waits for its players to accept, and then for its room to be made.
///
/// @param id counts up in its lobby
/// @param until milliseconds since 1970
/// @param accepted who has
/// @param room that is being made, for all have; absent: not all have
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Offer(
        long id, Match match, long until, Set<PlayerId> accepted, @Nullable RoomId room) {
    public Offer {
        accepted = Set.copyOf(accepted);
    }

    /// One that nobody has answered yet.
    Offer(long id, Match match, long until) {
        this(id, match, until, Set.of(), null);
    }

    Offer with(PlayerId player) {
        var more = new HashSet<>(accepted);
        more.add(player);
        return new Offer(id, match, until, more, room);
    }

    Offer with(RoomId made) {
        return new Offer(id, match, until, accepted, made);
    }

    boolean isComplete() {
        return accepted.size() == match.players().size();
    }

    /// Who has not accepted.
    List<PlayerId> missing() {
        return match.players().stream().filter(player -> !accepted.contains(player)).toList();
    }

    /// What a player is shown of it.
    ///
    /// @param region where it is played; absent: anywhere
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            long id,
            int players,
            int accepted,
            int quality,
            long until,
            boolean you,
            @Nullable String region) {}

    View view(PlayerId viewer) {
        return new View(
                id,
                match.players().size(),
                accepted.size(),
                match.quality(),
                until,
                accepted.contains(viewer),
                match.region().isEmpty() ? null : match.region());
    }
}
