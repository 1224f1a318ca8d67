package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Calls;

/// What support does about a player.
public final class BanCalls extends Calls {
    public BanCalls() {
        this(Environment.system());
    }

    public BanCalls(Environment environment) {
        super(
                new BanPlayer(environment),
                new LiftBan(environment),
                new EndSessions(environment),
                new ListReports(environment),
                new CloseReport(environment));
    }
}
