package games.drawbridge.functions.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.meta.AppSecrets;
import games.drawbridge.functions.stripe.StripeEvent;
import games.drawbridge.functions.stripe.StripeRefused;
import games.drawbridge.functions.stripe.StripeSignature;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// Stripe's notices.
final class StripeHerald implements Herald {
    /// The local world's, which everybody knows.
    private static final String LOCAL = "whsec_test_secret";

    private final Supplier<AppSecrets> secrets;
    private final InstantSource clock;

    StripeHerald(Supplier<AppSecrets> secrets, InstantSource clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /// @throws IllegalStateException when anybody could sign
    static AppSecrets secrets(String text, boolean local) {
        if (!local && text.contains(LOCAL))
            throw new IllegalStateException("the webhook's secret is the local world's");
        return AppSecrets.parse(text);
    }

    @Override
    public List<Notice> notices(Request request) {
        byte[] body = request.bytes(PaymentLimits.NOTICE);
        String header = request.header("stripe-signature").orElse("");
        var now = clock.instant();
        try {
            StripeSignature.check(header, body, secrets.get(), now);
            String text = new String(body, UTF_8);
            var event = StripeEvent.of(text);
            return event.payment().isEmpty()
                    ? List.of()
                    : List.of(
                            new Notice(
                                    StripeProvider.NAME, event.id(), event.payment(), text, now));
        } catch (StripeRefused refused) {
            int status = refused.why() == StripeRefused.Why.JSON ? 400 : 401;
            throw new PaymentRefused(status, refused.why().code(), "" + refused.getMessage());
        }
    }
}
