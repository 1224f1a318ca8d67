package games.drawbridge.functions.store;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Calls;

/// What there is to buy.
public final class StoreCalls extends Calls {
    public StoreCalls() {
        this(Environment.system());
    }

    public StoreCalls(Environment environment) {
        super(new GetStore(environment), new GetOffers(environment));
    }
}
