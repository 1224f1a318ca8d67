package games.drawbridge.functions.login;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.bans.Ban;
import games.drawbridge.functions.bans.BanTable;
import games.drawbridge.functions.bans.Scope;
import games.drawbridge.functions.holding.Holding;
import games.drawbridge.model.player.PlayerId;
import java.time.InstantSource;
import java.util.Map;

/// What leads to a player: identities and sessions. A merge turns the identities itself, at once;
/// here only the sessions are left to end. Of who is banned from all, identities stay until the ban
/// is over: nobody gets rid of a ban by being forgotten.
public final class LoginHolding implements Holding {
    private final IdentityTable identities;
    private final FamilyTable families;
    private final BanTable bans;

    public LoginHolding(Aws aws, InstantSource clock) {
        identities = new IdentityTable(aws);
        families = new FamilyTable(aws, clock);
        bans = new BanTable(aws, clock);
    }

    @Override
    public String name() {
        return "login";
    }

    @Override
    public Object export(PlayerId player) {
        return Map.of("identities", identities.of(player), "sessions", families.of(player));
    }

    @Override
    public void move(PlayerId from, PlayerId into) {
        families.endAll(from);
    }

    @Override
    public void erase(PlayerId player) {
        families.endAll(player);
        var ban = bans.find(player, Scope.ALL);
        if (ban.isEmpty()) identities.erase(player);
        else ban.map(Ban::until).ifPresent(until -> identities.keep(player, until));
    }
}
