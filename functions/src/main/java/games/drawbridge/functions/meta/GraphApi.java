package games.drawbridge.functions.meta;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.functions.web.Form;
import games.drawbridge.functions.web.Web;
import games.drawbridge.functions.web.WebAnswer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.function.Supplier;

/// Meta's Graph, asked as the app itself.
public final class GraphApi {
    private static final String FIELDS =
            "id,user,application,actions,refundable_amount,items,country,request_id,created_time,"
                    + "payout_foreign_exchange_rate,disputes,tax,tax_country,test";

    /// There is no such thing, or it is none of this app's.
    private static final int UNKNOWN = 100;

    private static final int UNKNOWN_ALIAS = 803;

    private final Web web;
    private final String base;
    private final String app;
    private final Supplier<AppSecrets> secrets;

    /// @param base `https://graph.facebook.com/v25.0`
    public GraphApi(Web web, String base, String app, Supplier<AppSecrets> secrets) {
        this.web = web;
        this.base = base + "/";
        this.app = app;
        this.secrets = secrets;
    }

    /// Empty when Meta knows none.
    public Optional<GraphPayment> payment(String id) {
        var fields = token().with("fields", FIELDS);
        var answer =
                web.ask(HttpRequest.newBuilder(URI.create(base + id + "?" + fields.text())).GET());
        return found(answer).map(GraphPayment::of);
    }

    /// Gives money back; the action follows with a notice. Meta takes no key, so a wish whose
    /// answer is lost must not be said again unseen.
    ///
    /// @param amount in whole units of the currency
    public void refund(String payment, String amount, String currency) {
        var fields =
                token().with("currency", currency)
                        .with("amount", amount)
                        .with("reason", "CUSTOMER_SERVICE");
        var request = HttpRequest.newBuilder(URI.create(base + payment + "/refunds"));
        var answer = web.once(fields.post(request));
        if (found(answer).isEmpty()) throw new IllegalStateException("no payment " + payment);
    }

    private Form token() {
        return new Form().with("access_token", secrets.get().appToken(app));
    }

    private static Optional<JsonNode> found(WebAnswer answer) {
        if (answer.isGood()) return Optional.of(answer.json());
        var error = answer.json().path("error");
        int code = error.path("code").asInt();
        if (code == UNKNOWN || code == UNKNOWN_ALIAS) return Optional.empty();
        throw new IllegalStateException("graph: " + answer.status() + " code " + code);
    }
}
