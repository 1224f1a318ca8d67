package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.payments.PaymentDesk;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Gives money back through the provider that took it: `{"reason", "amount"?}`, once per key.
/// Without an amount (minor units) it is all that is left.
@Route(value = "POST /v1/admin/payments/{order}/refund", rate = 20, burst = 40)
public final class RefundPayment extends AdminEndpoint {
    private final PaymentDesk desk;

    public RefundPayment() {
        this(Environment.system());
    }

    public RefundPayment(Environment environment) {
        this(new Aws(environment));
    }

    private RefundPayment(Aws aws) {
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
        String key = request.idempotencyKey();
        var fields = request.body().fields();
        Optional<Long> amount =
                fields.has("amount")
                        ? Optional.of(fields.whole("amount", 1, Long.MAX_VALUE))
                        : Optional.empty();
        var before = desk.find(order).orElseThrow(() -> Problem.notFound("no such order"));
        var after = desk.refund(order, amount, key);
        return Act.changed(Reply.ok(after), before.order(), after.order());
    }
}
