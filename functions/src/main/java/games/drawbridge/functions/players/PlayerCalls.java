package games.drawbridge.functions.players;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Calls;
import games.drawbridge.functions.rating.GetRatings;

/// A player's own profile, and everybody's card.
public final class PlayerCalls extends Calls {
    public PlayerCalls() {
        this(Environment.system());
    }

    public PlayerCalls(Environment environment) {
        super(
                new GetMe(environment),
                new UpdateMe(environment),
                new GetPlayer(environment),
                new ListPlayers(environment),
                new GetRatings(environment));
    }
}
