package games.drawbridge.local.testkit.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// Says what it was asked, as far as the query's `do` does not want something worse.
public final class Echo implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final int TOO_MUCH = 7 * 1024 * 1024;

    private final Environment environment;

    public Echo(Environment environment) {
        this.environment = environment;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        var query = event.getQueryStringParameters();
        String wish = query == null ? "" : query.getOrDefault("do", "");
        return switch (wish) {
            case "throw" -> throw new IllegalStateException("as asked");
            case "sleep" -> sleep(context.getRemainingTimeInMillis() * 3);
            case "much" -> said("x".repeat(TOO_MUCH));
            case "variable" -> said(environment.get("GREETING") + context.getFunctionName());
            case "bytes" -> bytes();
            case "size" -> said(Integer.toString(String.valueOf(event.getBody()).length()));
            default -> said(describe(event));
        };
    }

    private static String describe(APIGatewayV2HTTPEvent event) {
        var jwt = event.getRequestContext().getAuthorizer();
        return String.join(
                "|",
                event.getRouteKey(),
                event.getRawPath(),
                String.valueOf(event.getPathParameters()),
                String.valueOf(event.getCookies()),
                String.valueOf(event.getBody()),
                jwt == null ? "nobody" : jwt.getJwt().getClaims().get("roles"));
    }

    private static APIGatewayV2HTTPResponse sleep(int millis) {
        LockSupport.parkNanos(millis * 1_000_000L);
        return said("slept");
    }

    private static APIGatewayV2HTTPResponse bytes() {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(200)
                .withHeaders(Map.of("content-type", "image/png"))
                .withCookies(List.of("a=1; HttpOnly", "b=2"))
                .withIsBase64Encoded(true)
                .withBody("AAEC/w==")
                .build();
    }

    private static APIGatewayV2HTTPResponse said(String body) {
        return APIGatewayV2HTTPResponse.builder().withStatusCode(200).withBody(body).build();
    }
}
