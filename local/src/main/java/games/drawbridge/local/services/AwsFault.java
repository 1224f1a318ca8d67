package games.drawbridge.local.services;

import games.drawbridge.local.http.Json;
import games.drawbridge.local.http.Response;

/// A service says no, in AWS's form.
final class AwsFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    /// @param code as in `ResourceNotFoundException`
    AwsFault(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    Response response() {
        var body = Json.object().put("__type", code).put("message", getMessage());
        return Response.json(status, body).with("x-amzn-errortype", code);
    }
}
