package games.drawbridge.functions.players;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.holding.Holding;
import games.drawbridge.model.player.PlayerId;
import java.util.Map;

/// The profile and the name. A merge takes them away itself, at once.
public final class ProfileHolding implements Holding {
    private final ProfileTable profiles;

    public ProfileHolding(Aws aws) {
        profiles = new ProfileTable(aws);
    }

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public Object export(PlayerId player) {
        return profiles.find(player).<Object>map(found -> found).orElse(Map.of());
    }

    @Override
    public void move(PlayerId from, PlayerId into) {
        // see above
    }

    @Override
    public void erase(PlayerId player) {
        profiles.erase(player);
    }
}
