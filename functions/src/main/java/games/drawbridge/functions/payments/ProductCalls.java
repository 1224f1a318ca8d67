package games.drawbridge.functions.payments;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Calls;

/// What Facebook asks about packs before anything is paid.
public final class ProductCalls extends Calls {
    public ProductCalls() {
        this(Environment.system());
    }

    public ProductCalls(Environment environment) {
        super(new ProductPage(environment), new FacebookPrice(environment));
    }
}
