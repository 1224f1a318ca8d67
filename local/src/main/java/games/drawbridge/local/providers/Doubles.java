package games.drawbridge.local.providers;

import games.drawbridge.local.http.Answerer;
import games.drawbridge.local.http.Request;
import games.drawbridge.local.http.Response;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// All doubles, by the first word of their paths after `/_local/`, and what the template must be
/// told so that functions turn to them.
public final class Doubles {
    private static final String BASE = "/_local/";

    private final Map<String, Answerer> doubles;

    private Doubles(Map<String, Answerer> doubles) {
        this.doubles = Map.copyOf(doubles);
    }

    /// @param origin of the front door, behind which they stand
    public static Doubles at(String origin, SecureRandom random, InstantSource clock) {
        var postman = new Postman(origin);
        var books = new FacebookBooks(clock);
        var payments = new FacebookPayments(books, postman, clock, origin);
        var facebook = new Facebook(origin, payments, clock);
        var graph = new Graph(books, payments);
        var oidc = new Oidc(origin, new OidcKeys(random), clock);
        var stripe = new Stripe(origin, postman, clock);
        return new Doubles(
                Map.of(
                        "facebook", facebook,
                        "graph", graph,
                        "oidc", oidc,
                        "stripe", stripe,
                        "ecb", new Ecb(clock)));
    }

    /// The template's parameters that lead to the doubles.
    public static Map<String, String> parameters(String origin) {
        var all = new HashMap<String, String>();
        all.put("FacebookAppId", LocalSecrets.FACEBOOK_APP);
        all.put("FacebookGraph", origin + Graph.BASE);
        all.put("PaymentProviders", "stripe facebook instant");
        all.put("StripeApi", origin + Stripe.BASE);
        all.put("OidcProviders", "local " + origin + Oidc.BASE + " " + Oidc.CLIENT);
        all.put("EcbRates", origin + "/_local/ecb");
        return all;
    }

    /// Answers for a double, and lets another answer for everything else.
    public Answerer before(Answerer others) {
        return request -> of(request).orElse(others).answer(request);
    }

    private Optional<Answerer> of(Request request) {
        if (!request.path().startsWith(BASE)) return Optional.empty();
        String name = request.path().substring(BASE.length()).split("/", 2)[0];
        return Optional.ofNullable(doubles.get(name));
    }

    /// An answer as the documented APIs give it.
    static Response json(int status, Object value) {
        return Response.json(status, value).with("cache-control", "no-store");
    }
}
