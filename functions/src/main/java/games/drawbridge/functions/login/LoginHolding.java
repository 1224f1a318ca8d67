package games.drawbridge.functions.login;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.holding.Holding;
import games.drawbridge.model.player.PlayerId;
import java.time.InstantSource;
import java.util.Map;

/// What leads to a player: identities and sessions. A merge turns the identities itself, at once;
/// here only the sessions are left to end.
public final class LoginHolding implements Holding {
    private final IdentityTable identities;
    private final FamilyTable families;

    public LoginHolding(Aws aws, InstantSource clock) {
        identities = new IdentityTable(aws);
        families = new FamilyTable(aws, clock);
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
        identities.erase(player);
        families.endAll(player);
    }
}
