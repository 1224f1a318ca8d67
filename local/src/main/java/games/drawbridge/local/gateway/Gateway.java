package games.drawbridge.local.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.local.http.Answerer;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.http.Request;
import games.drawbridge.local.http.Response;
import games.drawbridge.local.lambda.Invoker;
import games.drawbridge.local.lambda.Outcome;
import games.drawbridge.local.template.HttpApi;
import games.drawbridge.local.template.Route;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Answers requests with the functions that the template routes them to.
public final class Gateway implements Answerer {
    private static final System.Logger LOG = System.getLogger(Gateway.class.getName());

    private final Routes routes;
    private final Invoker functions;
    private final InstantSource clock;
    private final Map<HttpApi.Authorizer, TokenCheck> checks = new ConcurrentHashMap<>();
    private final Map<Route, Throttle> throttles = new ConcurrentHashMap<>();

    public Gateway(List<Route> routes, Invoker functions, InstantSource clock) {
        this.routes = new Routes(routes);
        this.functions = functions;
        this.clock = clock;
    }

    @Override
    public Response answer(Request request) throws InterruptedException {
        if (headerBytes(request) > GatewayLimits.HEADERS) return Answers.HEADERS_TOO_BIG;
        var match = routes.find(request.method(), request.path());
        if (match.isEmpty()) return Answers.NOT_FOUND;
        var verdict = admit(request, match.get().route());
        return switch (verdict) {
            case TokenCheck.Verdict.Refused(Response response) -> response;
            case TokenCheck.Verdict.Admitted(ObjectNode context) ->
                    answer(request, match.get(), context);
        };
    }

    private static int headerBytes(Request request) {
        int line = request.method().length() + request.path().length() + request.query().length();
        return line + request.headers().size();
    }

    private TokenCheck.Verdict admit(Request request, Route route) {
        var rate = route.rate();
        if (rate.isPresent()
                && !throttles.computeIfAbsent(route, _ -> new Throttle(rate.get(), clock)).admits())
            return new TokenCheck.Verdict.Refused(Answers.TOO_MANY);
        return route.authorizer()
                .map(authorizer -> checks.computeIfAbsent(authorizer, this::check))
                .map(check -> check.check(request, route.scopes()))
                .orElseGet(() -> new TokenCheck.Verdict.Admitted(Json.object()));
    }

    private TokenCheck check(HttpApi.Authorizer authorizer) {
        return new TokenCheck(authorizer, new IssuerKeys(authorizer.issuer()), clock);
    }

    private Response answer(Request request, Routes.Match match, ObjectNode authorized)
            throws InterruptedException {
        var event = RequestEvent.of(request, match, authorized, clock.instant());
        var outcome = functions.invoke(match.route().function(), event);
        String id = event.path("requestContext").path("requestId").asText();
        return response(outcome, match.route()).with("apigw-requestid", id);
    }

    private static Response response(CompletableFuture<Outcome> outcome, Route route)
            throws InterruptedException {
        try {
            return switch (outcome.get(route.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                case Outcome.Answered(var answer) -> FunctionResponse.of(answer);
                case Outcome.Failed(String type, String message) -> {
                    LOG.log(
                            System.Logger.Level.ERROR,
                            route.function() + " failed: " + type + ": " + message);
                    yield Answers.INTERNAL;
                }
                case Outcome.Throttled _ -> Answers.UNAVAILABLE;
                case Outcome.TooLarge _ -> Answers.TOO_BIG;
            };
        } catch (TimeoutException _) {
            return Answers.UNAVAILABLE;
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
