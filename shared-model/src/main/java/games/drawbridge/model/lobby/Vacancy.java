package games.drawbridge.model.lobby;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.model.room.Meeting;
import games.drawbridge.model.room.RoomId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Seats of a match that has begun, for which nobody has been found yet.
///
/// @param seats that nobody is offered at this moment
/// @param role that is missing; absent: any
/// @param since when it was told of, milliseconds since 1970
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Vacancy(RoomId room, int seats, @Nullable String role, Meeting meeting, long since) {

    Vacancy with(int free) {
        return new Vacancy(room, free, role, meeting, since);
    }

    long waited(long now) {
        return Math.max(0, now - since);
    }

    /// Whether these could sit down together and play what is missing.
    boolean fits(Party party) {
        return party.size() <= seats
                && (role == null
                        || party.members().stream().allMatch(it -> it.role().equals(role)));
    }

    /// The match that goes on with them.
    Match match(Party party) {
        long apart = Math.abs(party.skill() - meeting.skill());
        return new Match(List.of(List.of(party)), Mode.quality(apart), meeting.region(), room);
    }
}
