package games.drawbridge.functions.login;

import games.drawbridge.functions.Cached;
import games.drawbridge.functions.RandomText;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Secret;
import games.drawbridge.functions.aws.Together;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.players.Profile;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.functions.rooms.NodeTable;
import games.drawbridge.functions.rooms.OpenRoom;
import games.drawbridge.functions.rooms.SeatTable;
import games.drawbridge.functions.server.ServerStatus;
import games.drawbridge.functions.server.ServerTable;
import games.drawbridge.model.player.PlayerId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Opens sessions and renews them.
final class Sessions {
    private final FamilyTable families;
    private final ProfileTable profiles;
    private final ServerTable server;
    private final SeatTable seats;
    private final Cached<Long> playing;
    private final AccessTokens tokens;
    private final Together together = new Together();
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
        var trip = together.trip();
        trip.also(() -> families.open(refresh, player.playerId(), agent(request)));
        var beside = beside(trip, player.playerId(), newPlayer);
        trip.go();
        return session(player, refresh, newPlayer, beside);
    }

    /// The next session of a family; empty when the token is not its newest.
    Optional<Session> renew(RefreshToken old) {
        var next = RefreshToken.next(old.family(), random);
        return families.rotate(old, next).flatMap(player -> renewed(player, next));
    }

    private Optional<Session> renewed(PlayerId player, RefreshToken next) {
        var trip = together.trip();
        var profile = trip.with(() -> profiles.find(player));
        var beside = beside(trip, player, false);
        trip.go();
        return profile.get().map(known -> session(known, next, false, beside));
    }

    /// What a session tells beside who the player is.
    private record Beside(
            Supplier<ServerStatus> status,
            Supplier<Long> playing,
            Supplier<List<OpenRoom>> rooms) {}

    private Beside beside(Together.Trip trip, PlayerId player, boolean newPlayer) {
        return new Beside(
                trip.with(server::status),
                trip.with(playing),
                newPlayer ? List::of : trip.with(() -> seats.open(player)));
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

    private Session session(
            Profile player, RefreshToken refresh, boolean newPlayer, Beside beside) {
        return new Session(
                player.playerId(),
                tokens.issue(player.playerId(), player.roles()),
                LoginLimits.ACCESS.toSeconds(),
                refresh.text(),
                newPlayer,
                player,
                new Session.Server(beside.status().get(), beside.playing().get()),
                beside.rooms().get());
    }
}
