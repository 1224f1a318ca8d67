package games.drawbridge.functions.login;

import games.drawbridge.functions.players.Profile;
import games.drawbridge.functions.status.ServerStatus;
import games.drawbridge.model.player.PlayerId;

/// What every login answers.
///
/// @param expiresIn seconds that the access token is good for
record Session(
        PlayerId playerId,
        String accessToken,
        long expiresIn,
        String refreshToken,
        boolean newPlayer,
        Profile player,
        ServerStatus server) {

    @Override
    public String toString() {
        return "a session of " + playerId;
    }
}
