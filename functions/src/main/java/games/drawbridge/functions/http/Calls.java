package games.drawbridge.functions.http;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

/// Calls of one feature that may touch the same things, as one function: what the first of them
/// warms up the others find warm, and a stack has room for many calls. Each stays a class of its
/// own; API Gateway says with each event which one is meant.
public abstract class Calls
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final Map<String, Endpoint> endpoints;

    protected Calls(Endpoint... endpoints) {
        this.endpoints =
                Stream.of(endpoints)
                        .collect(
                                toUnmodifiableMap(
                                        it -> it.getClass().getAnnotation(Route.class).value(),
                                        it -> it));
    }

    /// @throws IllegalStateException for a route that template.yaml leads here and no class has
    @Override
    public final APIGatewayV2HTTPResponse handleRequest(
            APIGatewayV2HTTPEvent event, Context context) {
        var endpoint = endpoints.get(event.getRouteKey());
        if (endpoint == null)
            throw new IllegalStateException("nobody answers " + event.getRouteKey());
        return endpoint.handleRequest(event, context);
    }

    public final Collection<Endpoint> endpoints() {
        return endpoints.values();
    }
}
