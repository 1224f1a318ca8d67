package games.drawbridge.local.door;

import games.drawbridge.local.http.Json;
import games.drawbridge.local.http.Response;

/// Errors as the HTTP contract has them.
final class Problem {
    static final String TYPE = "application/problem+json";

    private Problem() {}

    static Response of(int status, String code, String detail) {
        var body =
                Json.object()
                        .put("type", "about:blank")
                        .put("title", title(status))
                        .put("status", status)
                        .put("detail", detail)
                        .put("code", code);
        return Response.of(status, TYPE, Json.text(body));
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 409 -> "Conflict";
            case 413 -> "Content Too Large";
            case 429 -> "Too Many Requests";
            case 431 -> "Request Header Fields Too Large";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            default -> status < 500 ? "Bad Request" : "Internal Server Error";
        };
    }
}
