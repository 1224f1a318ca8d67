package games.drawbridge.local.gateway;

import games.drawbridge.local.http.Json;
import games.drawbridge.local.http.Response;

/// What API Gateway says by itself: always a JSON object with a message.
public final class Answers {
    public static final Response TOO_BIG = say(413, "Request Entity Too Large");
    static final Response HEADERS_TOO_BIG = say(431, "Request Header Fields Too Large");
    static final Response NOT_FOUND = say(404, "Not Found");
    static final Response TOO_MANY = say(429, "Too Many Requests");
    static final Response INTERNAL = say(500, "Internal Server Error");
    static final Response UNAVAILABLE = say(503, "Service Unavailable");

    private Answers() {}

    static Response unauthorized(String challenge) {
        return say(401, "Unauthorized").with("www-authenticate", challenge);
    }

    static Response forbidden(String challenge) {
        return say(403, "Forbidden").with("www-authenticate", challenge);
    }

    private static Response say(int status, String message) {
        return Response.json(status, Json.object().put("message", message));
    }
}
