package games.drawbridge.functions.payments;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Calls;

/// What a player does to pay.
public final class PaymentCalls extends Calls {
    public PaymentCalls() {
        this(Environment.system());
    }

    public PaymentCalls(Environment environment) {
        super(
                new PlacePayment(environment),
                new GetPayment(environment),
                new ConfirmPayment(environment));
    }
}
