package games.drawbridge.local.door;

import games.drawbridge.local.http.Answerer;
import games.drawbridge.local.http.Headers;
import games.drawbridge.local.http.Request;
import games.drawbridge.local.http.Response;

/// Passes calls to the gateway and turns its own error bodies into problems, as the CDN's edge does
/// in the cloud. A function's own problems pass as they are.
final class Edge implements Answerer {
    private final Answerer gateway;

    Edge(Answerer gateway) {
        this.gateway = gateway;
    }

    @Override
    public Response answer(Request request) throws Exception {
        var response = gateway.answer(forwarded(request));
        return response.status() < 400 || isProblem(response) ? response : problem(response);
    }

    private static Request forwarded(Request request) {
        var headers =
                request.headers()
                        .without("x-forwarded-for")
                        .with("x-forwarded-for", request.from())
                        .with("x-forwarded-proto", "http");
        return new Request(
                request.method(),
                request.path(),
                request.query(),
                headers,
                request.body(),
                request.protocol(),
                request.from());
    }

    private static boolean isProblem(Response response) {
        return response.headers().first("content-type").orElse("").startsWith(Problem.TYPE);
    }

    private static Response problem(Response response) {
        var problem =
                switch (response.status()) {
                    case 401 -> Problem.of(401, "unauthorized", "an access token is needed");
                    case 403 -> Problem.of(403, "forbidden", "the token does not allow this");
                    case 404 -> Problem.of(404, "not-found", "there is no such call");
                    case 413 -> Problem.of(413, "too-big", "the body is too big");
                    case 429 -> busy(429, "rate", "too many calls");
                    case 431 -> Problem.of(431, "too-big", "the headers are too big");
                    case 502, 503, 504 -> busy(503, "busy", "try again in a moment");
                    default -> Problem.of(response.status(), code(response), "");
                };
        var headers = problem.headers();
        for (Headers.Field field : response.headers().fields())
            if (!field.name().equals("content-type"))
                headers = headers.with(field.name(), field.value());
        return new Response(problem.status(), headers, problem.body());
    }

    private static Response busy(int status, String code, String detail) {
        return Problem.of(status, code, detail).with("retry-after", "1");
    }

    private static String code(Response response) {
        return response.status() < 500 ? "bad-input" : "internal";
    }
}
