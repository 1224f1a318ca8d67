package games.drawbridge.functions.login;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.bans.BanTable;
import games.drawbridge.functions.bans.Scope;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.rates.Rate;
import games.drawbridge.functions.rates.RateTable;
import games.drawbridge.functions.server.ServerTable;
import games.drawbridge.model.player.PlayerId;
import java.time.InstantSource;

/// Turns away who comes too often, with too old a client, or is banned.
final class Gatekeeper {
    private final RateTable rates;
    private final BanTable bans;
    private final ServerTable server;
    private final Rate attempts;
    private final Rate registrations;

    Gatekeeper(Aws aws, InstantSource clock) {
        rates = new RateTable(aws, clock);
        bans = new BanTable(aws, clock);
        server = new ServerTable(aws, clock);
        var told = aws.environment();
        attempts =
                new Rate(
                        "address",
                        Long.parseLong(told.get("LOGINS_PER_ADDRESS")),
                        LoginLimits.ATTEMPTS);
        registrations =
                new Rate(
                        "registration",
                        Long.parseLong(told.get("REGISTRATIONS_PER_ADDRESS")),
                        LoginLimits.REGISTRATIONS);
    }

    /// Somebody wants in, who is not known yet.
    void attempt(Request request) {
        version(request);
        rates.count(attempts, Network.of(request.address()));
    }

    /// Somebody who says, or has shown, to be this. A guest's device is its identity.
    void attempt(Identity identity) {
        rates.count(LoginLimits.PER_IDENTITY, identity.toString());
    }

    /// A family's token is shown.
    void attempt(RefreshToken token) {
        rates.count(LoginLimits.PER_FAMILY, token.family());
    }

    /// A player who is logged in changes who leads there.
    void change(PlayerId player) {
        rates.count(LoginLimits.PER_ACCOUNT, player.value());
    }

    void registration(Request request) {
        rates.count(registrations, Network.of(request.address()));
    }

    /// @throws Problem 403 `banned`
    void admit(PlayerId player) {
        bans.check(player, Scope.ALL);
    }

    private void version(Request request) {
        String least = server.status().minimumVersion();
        var client = request.header("x-client-version").map(Version::parse);
        if (least == null || client.isEmpty()) return;
        if (client.get().compareTo(Version.parse(least)) < 0)
            throw new Problem(422, "client-too-old", "this game wants version " + least)
                    .with("minimumVersion", least);
    }
}
