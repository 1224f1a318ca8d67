package games.drawbridge.functions.login;

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
        ServerStatus server,
        List<OpenRoom> rooms) {

    @Override
    public String toString() {
        return "a session of " + playerId;
    }
}
