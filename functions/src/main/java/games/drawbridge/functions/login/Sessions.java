package games.drawbridge.functions.login;

import games.drawbridge.functions.Cached;
import games.drawbridge.functions.RandomText;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Secret;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.players.Profile;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.functions.rooms.NodeTable;
import games.drawbridge.functions.rooms.SeatTable;
import games.drawbridge.functions.server.ServerTable;
import games.drawbridge.model.player.PlayerId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Opens sessions and renews them.
final class Sessions {
    private final FamilyTable families;
    private final ProfileTable profiles;
    private final ServerTable server;
    private final SeatTable seats;
    private final Cached<Long> playing;
    private final AccessTokens tokens;
    private final RandomText random = new RandomText(new SecureRandom());

    Sessions(Aws aws, InstantSource clock) {
        families = new FamilyTable(aws, clock);
        profiles = new ProfileTable(aws);
        server = new ServerTable(aws, clock);
        seats = new SeatTable(aws);
        playing = new Cached<>(LoginLimits.COUNTED, clock, new NodeTable(aws, clock)::players);
        var keys = new Secret<>(aws, "SESSION_KEYS", clock, SessionKeys::parse);
        tokens = new AccessTokens(aws.environment().get("ORIGIN"), keys, clock, random);
    }

    /// The first session of a login.
    Session open(Profile player, boolean newPlayer, Request request) {
        var refresh = RefreshToken.first(random);
        families.open(refresh, player.playerId(), agent(request));
        return session(player, refresh, newPlayer);
    }

    /// The next session of a family; empty when the token is not its newest.
    Optional<Session> renew(RefreshToken old) {
        var next = RefreshToken.next(old.family(), random);
        return families.rotate(old, next)
                .flatMap(profiles::find)
                .map(player -> session(player, next, false));
    }

    /// Whose family it is, if this is its newest token.
    Optional<PlayerId> owner(RefreshToken newest) {
        return families.owner(newest);
    }

    private static @Nullable String agent(Request request) {
        return request.header("user-agent")
                .map(text -> text.substring(0, Math.min(text.length(), LoginLimits.AGENT)))
                .filter(text -> !text.isBlank())
                .orElse(null);
    }

    private Session session(Profile player, RefreshToken refresh, boolean newPlayer) {
        return new Session(
                player.playerId(),
                tokens.issue(player.playerId(), player.roles()),
                LoginLimits.ACCESS.toSeconds(),
                refresh.text(),
                newPlayer,
                player,
                new Session.Server(server.status(), playing.get()),
                newPlayer ? List.of() : seats.open(player.playerId()));
    }
}
