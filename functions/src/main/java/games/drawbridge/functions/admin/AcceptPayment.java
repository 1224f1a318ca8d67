package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.payments.PaymentDesk;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Takes money that is held, because it is not what was asked for, for what was ordered:
/// `{"reason"}`.
@Route(value = "POST /v1/admin/payments/{order}/accept", rate = 20, burst = 40)
public final class AcceptPayment extends AdminEndpoint {
    private final PaymentDesk desk;

    public AcceptPayment() {
        this(Environment.system());
    }

    public AcceptPayment(Environment environment) {
        this(new Aws(environment));
    }

    private AcceptPayment(Aws aws) {
        super(aws, Role.SUPPORT, true);
        desk = new PaymentDesk(aws, InstantSource.system());
    }

    @Override
    @Nullable String subject(Request request) {
        return request.path("order", Function.identity());
    }

    @Override
    Act act(Request request) {
        String order = request.path("order", Function.identity());
        var before = desk.find(order).orElseThrow(() -> Problem.notFound("no such order"));
        var after = desk.accept(before.order().orderId());
        return Act.changed(Reply.ok(after), before.order(), after.order());
    }
}
