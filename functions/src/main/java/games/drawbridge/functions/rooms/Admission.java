package games.drawbridge.functions.rooms;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.bans.Ban;
import games.drawbridge.functions.bans.BanTable;
import games.drawbridge.functions.bans.Scope;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.server.ServerTable;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Standing;
import java.time.InstantSource;
import java.util.List;

/// Who may go to a room at all: nobody who is banned, and in a maintenance only those who do it.
final class Admission {
    /// The year 9999: no ticket says more.
    private static final long FOR_GOOD = 253_402_300_799_000L;

    private final BanTable bans;
    private final ServerTable server;

    Admission(Aws aws, InstantSource clock) {
        bans = new BanTable(aws, clock);
        server = new ServerTable(aws, clock);
    }

    /// What the player is there beside a player.
    ///
    /// @param works whether the caller looks after the game
    /// @throws Problem 403 `banned`, 503 `maintenance`
    Standing check(PlayerId player, boolean works) {
        var said = server.status();
        if (said.isMaintained() && !works) {
            String message = said.message();
            throw Problem.unavailable(
                    "maintenance", message == null ? "the game is being looked after" : message);
        }
        var held = bans.of(player);
        bans.check(held, Scope.ROOMS);
        return new Standing(works, false, silentUntil(held));
    }

    private static long silentUntil(List<Ban> held) {
        return held.stream()
                .filter(ban -> ban.covers(Scope.CHAT))
                .mapToLong(ban -> ban.until() == null ? FOR_GOOD : ban.until().toEpochMilli())
                .max()
                .orElse(0);
    }
}
