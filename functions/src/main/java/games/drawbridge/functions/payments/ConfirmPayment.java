package games.drawbridge.functions.payments;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.web.Web;
import java.time.InstantSource;
import java.util.function.Function;

/// The player has paid and shows it. What is shown only says which payment is meant; that it was
/// paid the provider says.
@Route(value = "POST /v1/payments/{provider}/confirm", rate = 200, burst = 400)
public final class ConfirmPayment extends Endpoint {
    private final Providers providers;
    private final Booking booking;
    private final InstantSource clock = InstantSource.system();

    public ConfirmPayment() {
        this(Environment.system());
    }

    public ConfirmPayment(Environment environment) {
        var aws = new Aws(environment);
        providers = Providers.of(aws, clock);
        booking = new Booking(aws, clock);
    }

    @Override
    protected Reply answer(Request request) {
        var provider = providers.on(request.path("provider", Function.identity()));
        var player = request.player();
        try {
            var told = provider.confirm(request.body().fields(), player);
            var kept = booking.bring(told);
            if (!kept.order().player().equals(player))
                throw new PaymentRefused(409, "wrong-player", "somebody else has ordered this");
            return Reply.ok(OrderView.of(kept));
        } catch (PaymentRefused refused) {
            throw refused.problem().counted(refused.count(provider.name(), clock.instant()));
        } catch (Web.Away away) {
            throw Problem.unavailable("provider-away", "the provider does not answer", away);
        }
    }
}
