package games.drawbridge.local.door;

import games.drawbridge.local.http.Answerer;
import games.drawbridge.local.http.Request;
import games.drawbridge.local.http.Response;
import java.util.Set;

/// Keeps other web sites away from the console. A page of theirs can make a browser of this machine
/// ask it, by a name that leads here or straight; neither may get through.
final class LocalOnly implements Answerer {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Answerer inside;

    LocalOnly(Answerer inside) {
        this.inside = inside;
    }

    @Override
    public Response answer(Request request) throws Exception {
        String host = request.headers().first("host").orElse("");
        if (!NAMES.contains(host.replaceFirst(":\\d+$", "")))
            return Problem.of(403, "forbidden", "only this machine may ask");
        if (!request.method().equals("GET") && isForeign(request, host))
            return Problem.of(403, "forbidden", "no other site may ask");
        return inside.answer(request);
    }

    private static boolean isForeign(Request request, String host) {
        var origin = request.headers().first("origin");
        if (origin.isPresent() && !origin.get().equals("http://" + host)) return true;
        String site = request.headers().first("sec-fetch-site").orElse("none");
        return !site.equals("same-origin") && !site.equals("none");
    }
}
