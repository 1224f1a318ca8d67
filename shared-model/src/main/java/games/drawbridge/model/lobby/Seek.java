package games.drawbridge.model.lobby;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.Meeting;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Turn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a match tells its lobby: players are missing in it, and others may come. It takes the place
/// of what the match told before.
///
/// @param seats that are free; none: nobody is to come any more
/// @param role that is missing; absent: any
/// @param meeting what the players have in common
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Seek(int seats, @Nullable String role, Meeting meeting) implements Lobby.Told {

    /// Asks the lobby that made this match for so many more players.
    ///
    /// @param seats that are free; none: nobody is to come any more
    /// @param role that is missing; absent: any
    /// @return nothing where no lobby made it, or nobody is here any more
    public static Optional<Effect> of(Turn turn, int seats, @Nullable String role) {
        var settings = turn.settings();
        var sayer = turn.by() != null ? Optional.of(turn.by()) : turn.seats().stream().findFirst();
        return settings.mode()
                .flatMap(mode ->
                        settings.meeting()
                                .flatMap(meeting ->
                                        sayer.map(player ->
                                                new Effect.Tell(
                                                        player,
                                                        new RoomId(Lobby.KIND + ":" + mode),
                                                        new Seek(seats, role, meeting)))));
    }
}
