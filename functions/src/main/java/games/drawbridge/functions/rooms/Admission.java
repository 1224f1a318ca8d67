package games.drawbridge.functions.rooms;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.bans.BanTable;
import games.drawbridge.functions.bans.Scope;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.server.ServerTable;
import games.drawbridge.model.player.PlayerId;
import java.time.InstantSource;

/// Who may go to a room at all: nobody who is banned, and in a maintenance only those who do it.
final class Admission {
    private final BanTable bans;
    private final ServerTable server;

    Admission(Aws aws, InstantSource clock) {
        bans = new BanTable(aws, clock);
        server = new ServerTable(aws, clock);
    }

    /// @param works whether the caller looks after the game
    /// @throws Problem 403 `banned`, 503 `maintenance`
    void check(PlayerId player, boolean works) {
        var said = server.status();
        if (said.isMaintained() && !works) {
            String message = said.message();
            throw Problem.unavailable(
                    "maintenance", message == null ? "the game is being looked after" : message);
        }
        bans.check(player, Scope.ROOMS);
    }
}
