package games.drawbridge.functions.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.functions.web.Form;
import games.drawbridge.functions.web.Web;
import games.drawbridge.functions.web.WebAnswer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/// As much of Stripe's API as a checkout needs. Each wish carries a key, so it may be said again.
public final class StripeApi {
    /// What payments are called by: a session (`cs_…`) or an intent (`pi_…`).
    private static final Pattern PAYMENT = Pattern.compile("(cs|pi)_[A-Za-z0-9_]{1,100}");

    private static final int NOT_FOUND = 404;

    private final Web web;
    private final String base;
    private final Supplier<String> key;

    /// @param base `https://api.stripe.com`
    /// @param key the secret key, `sk_…`
    public StripeApi(Web web, String base, Supplier<String> key) {
        this.web = web;
        this.base = base + "/v1/";
        this.key = key;
    }

    static boolean isPayment(String id) {
        return PAYMENT.matcher(id).matches();
    }

    /// Makes a checkout page; the same key makes the same one.
    public StripeSession open(Form fields, String idempotencyKey) {
        return StripeSession.of(post("checkout/sessions", fields, idempotencyKey));
    }

    /// By its own id, or that of its intent; empty when Stripe knows none.
    public Optional<StripeSession> session(String payment) {
        if (payment.startsWith("cs_"))
            return get("checkout/sessions/" + payment, new Form()).map(StripeSession::of);
        var answer = get("checkout/sessions", new Form().with("payment_intent", payment));
        return answer.map(StripeApi::list)
                .flatMap(all -> all.stream().findFirst())
                .map(StripeSession::of);
    }

    /// What was charged last, with what Stripe keeps of it.
    public StripeIntent intent(String id) {
        var fields = new Form().with("expand[]", "latest_charge.balance_transaction");
        return get("payment_intents/" + id, fields)
                .map(StripeIntent::of)
                .orElseThrow(() -> new IllegalStateException("no intent " + id));
    }

    public List<StripeRefund> refunds(String intent) {
        return all("refunds", intent).stream().map(StripeRefund::of).toList();
    }

    public List<StripeDispute> disputes(String intent) {
        return all("disputes", intent).stream().map(StripeDispute::of).toList();
    }

    /// Gives money back.
    ///
    /// @param amount in Stripe's minor units
    public StripeRefund refund(String intent, long amount, String idempotencyKey) {
        var fields =
                new Form()
                        .with("payment_intent", intent)
                        .with("amount", amount)
                        .with("reason", "requested_by_customer");
        return StripeRefund.of(post("refunds", fields, idempotencyKey));
    }

    private List<JsonNode> all(String what, String intent) {
        var fields = new Form().with("payment_intent", intent).with("limit", 100);
        return get(what, fields).map(StripeApi::list).orElseThrow();
    }

    private static List<JsonNode> list(JsonNode answer) {
        return StreamSupport.stream(answer.path("data").spliterator(), false).toList();
    }

    private Optional<JsonNode> get(String path, Form fields) {
        var answer = web.ask(request(path + "?" + fields.text()).GET());
        return answer.status() == NOT_FOUND ? Optional.empty() : Optional.of(good(answer));
    }

    private JsonNode post(String path, Form fields, String idempotencyKey) {
        var request = request(path).header("idempotency-key", idempotencyKey);
        return good(web.ask(fields.post(request)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("authorization", "Bearer " + key.get());
    }

    private static JsonNode good(WebAnswer answer) {
        if (answer.isGood()) return answer.json();
        var error = answer.json().path("error");
        throw new StripeSaysNo(
                answer.status(), error.path("code").asText(error.path("type").asText()));
    }

    /// Stripe refuses what we ask.
    public static final class StripeSaysNo extends RuntimeException {
        StripeSaysNo(int status, String code) {
            super("stripe: " + status + " " + code);
        }
    }
}
