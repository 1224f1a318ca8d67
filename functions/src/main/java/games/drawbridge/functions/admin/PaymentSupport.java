package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Calls;

/// What support does about payments.
public final class PaymentSupport extends Calls {
    public PaymentSupport() {
        this(Environment.system());
    }

    public PaymentSupport(Environment environment) {
        super(
                new FindPayments(environment),
                new RefundPayment(environment),
                new AcceptPayment(environment));
    }
}
