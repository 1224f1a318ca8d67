package games.drawbridge.functions.events;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Calls;
import java.time.InstantSource;

/// What players do with events.
public final class EventCalls extends Calls {
    public EventCalls() {
        this(Environment.system());
    }

    public EventCalls(Environment environment) {
        this(new Aws(environment), InstantSource.system());
    }

    EventCalls(Aws aws, InstantSource clock) {
        super(new ListEvents(aws, clock), new GetEvent(aws, clock), new EnterEvent(aws, clock));
    }
}
