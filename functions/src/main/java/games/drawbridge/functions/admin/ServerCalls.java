package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Calls;

/// What operators do with the server itself, its nodes and rooms.
public final class ServerCalls extends Calls {
    public ServerCalls() {
        this(Environment.system());
    }

    public ServerCalls(Environment environment) {
        this(new Aws(environment));
    }

    private ServerCalls(Aws aws) {
        super(new SetStatus(aws), new SetNameRules(aws), new DrainNode(aws), new CloseRoom(aws));
    }
}
