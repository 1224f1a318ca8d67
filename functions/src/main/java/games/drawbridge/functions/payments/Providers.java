package games.drawbridge.functions.payments;

import static java.util.stream.Collectors.toUnmodifiableMap;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Secret;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.login.IdentityTable;
import games.drawbridge.functions.meta.GraphApi;
import games.drawbridge.functions.meta.MetaSecrets;
import games.drawbridge.functions.stripe.StripeApi;
import games.drawbridge.functions.web.Web;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// All providers, and at which of them this title sells. One that is switched off still tells what
/// becomes of what was paid before.
final class Providers {
    private final Map<String, Provider> all;
    private final Set<String> open;

    private Providers(List<Provider> all, Set<String> open) {
        this.all = all.stream().collect(toUnmodifiableMap(Provider::name, Function.identity()));
        this.open = open;
    }

    static Providers of(Aws aws, InstantSource clock) {
        var environment = aws.environment();
        var web = new Web();
        var products = new Products(environment.get("ORIGIN"));
        String app = environment.get("FACEBOOK_APP_ID");
        var secrets = new MetaSecrets(aws, clock);
        var graph = new GraphApi(web, environment.get("FACEBOOK_GRAPH"), app, secrets);
        var stripeKey = new Secret<>(aws, "STRIPE_API_KEY", clock, String::strip);
        var stripe = new StripeApi(web, environment.get("STRIPE_API"), stripeKey);
        return new Providers(
                List.of(
                        new StripeProvider(stripe, products.origin()),
                        new FacebookProvider(
                                graph, app, products, secrets, new IdentityTable(aws), clock),
                        new InstantProvider(graph, app, products, secrets, new OrderTable(aws))),
                Set.of(environment.get("PAYMENT_PROVIDERS").strip().split("[ ,]+")));
    }

    Stream<String> names() {
        return all.keySet().stream();
    }

    Optional<Provider> find(String name) {
        return Optional.ofNullable(all.get(name));
    }

    /// @throws Problem 404 when there is none, 422 when this title does not sell there
    Provider on(String name) {
        var provider = find(name).orElseThrow(() -> Problem.notFound("no such provider"));
        if (!open.contains(name))
            throw new Problem(422, "provider-off", "nothing is sold through " + name);
        return provider;
    }
}
