package games.drawbridge.functions.inbox;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Calls;

/// A player's mail, to read and to throw away.
public final class InboxCalls extends Calls {
    public InboxCalls() {
        this(Environment.system());
    }

    public InboxCalls(Environment environment) {
        super(new ListMail(environment), new DeleteMail(environment));
    }
}
