package games.drawbridge.functions.payments;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import java.util.function.Function;

/// One of the caller's own orders.
@Route("GET /v1/payments/orders/{id}")
public final class GetPayment extends Endpoint {
    private final OrderTable orders;

    public GetPayment() {
        this(Environment.system());
    }

    public GetPayment(Environment environment) {
        orders = new OrderTable(new Aws(environment));
    }

    @Override
    protected Reply answer(Request request) {
        var player = request.player();
        return orders.find(request.path("id", Function.identity()))
                .filter(kept -> kept.order().player().equals(player))
                .map(kept -> Reply.ok(OrderView.of(kept)))
                .orElseThrow(() -> Problem.notFound("no such order"));
    }
}
