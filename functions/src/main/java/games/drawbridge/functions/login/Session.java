package games.drawbridge.functions.login;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import games.drawbridge.functions.players.Profile;
import games.drawbridge.functions.rooms.OpenRoom;
import games.drawbridge.functions.server.ServerStatus;
import games.drawbridge.model.player.PlayerId;
import java.util.List;

/// What every login answers.
///
/// @param expiresIn seconds that the access token is good for
/// @param rooms that the player sits in and that still go on: to come back from another device
record Session(
        PlayerId playerId,
        String accessToken,
        long expiresIn,
        String refreshToken,
        boolean newPlayer,
        Profile player,
        Server server,
        List<OpenRoom> rooms) {

    /// What the operators say, and how many play.
    record Server(@JsonUnwrapped ServerStatus said, long players) {}

    @Override
    public String toString() {
        return "a session of " + playerId;
    }
}
