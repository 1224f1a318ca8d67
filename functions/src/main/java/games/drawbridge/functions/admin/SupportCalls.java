package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Calls;

/// What support looks at.
public final class SupportCalls extends Calls {
    public SupportCalls() {
        this(Environment.system());
    }

    public SupportCalls(Environment environment) {
        super(
                new FindPlayers(environment),
                new ShowPlayer(environment),
                new ListNodes(environment));
    }
}
