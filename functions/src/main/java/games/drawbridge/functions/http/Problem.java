package games.drawbridge.functions.http;

import games.drawbridge.functions.json.JsonText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request is turned away: RFC 9457 with our stable `code`. Thrown or replied, as is shorter.
public final class Problem extends RuntimeException {
    private static final String TYPE = "application/problem+json";
    private static final Map<Integer, String> TITLES =
            Map.ofEntries(
                    Map.entry(400, "Bad Request"),
                    Map.entry(401, "Unauthorized"),
                    Map.entry(403, "Forbidden"),
                    Map.entry(404, "Not Found"),
                    Map.entry(409, "Conflict"),
                    Map.entry(413, "Content Too Large"),
                    Map.entry(415, "Unsupported Media Type"),
                    Map.entry(422, "Unprocessable Content"),
                    Map.entry(429, "Too Many Requests"),
                    Map.entry(500, "Internal Server Error"),
                    Map.entry(503, "Service Unavailable"));

    private final int status;
    private final String code;
    private final String detail;
    private final Map<String, Object> more = new LinkedHashMap<>();
    private long retryAfter = HttpLimits.RETRY_AFTER;
    private @Nullable Count count;

    /// @param code stable, lower case, words joined by hyphens
    /// @param detail for the client's programmer
    public Problem(int status, String code, String detail) {
        this(status, code, detail, null);
    }

    private Problem(int status, String code, String detail, @Nullable Throwable cause) {
        super(status + " " + code + ": " + detail, cause, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    public static Problem badInput(String detail) {
        return new Problem(400, "bad-input", detail);
    }

    public static Problem unauthorized(String detail) {
        return new Problem(401, "unauthorized", detail);
    }

    public static Problem forbidden(String detail) {
        return new Problem(403, "forbidden", detail);
    }

    public static Problem notFound(String detail) {
        return new Problem(404, "not-found", detail);
    }

    /// The caller may come again after [HttpLimits#RETRY_AFTER] seconds.
    public static Problem unavailable(String code, String detail) {
        return new Problem(503, code, detail);
    }

    /// The same, where an operator must hear why.
    public static Problem unavailable(String code, String detail, Throwable cause) {
        return new Problem(503, code, detail, cause);
    }

    /// This caller asks too often.
    ///
    /// @param wait until it is worth asking again
    public static Problem tooOften(Duration wait) {
        var problem = new Problem(429, "rate", "too many attempts");
        problem.retryAfter = Math.max(1, wait.toSeconds());
        return problem;
    }

    /// The caller may come again then, and would ask in vain before.
    ///
    /// @param wait rounded up to seconds
    public static Problem unavailable(String code, String detail, Duration wait) {
        var problem = new Problem(503, code, detail);
        problem.retryAfter = Math.max(1, wait.plusMillis(999).toSeconds());
        return problem;
    }

    /// With one more member that a client may act upon; none when there is no value.
    public Problem with(String name, @Nullable Object value) {
        if (value != null) more.put(name, value);
        return this;
    }

    /// And somebody should hear of it.
    public Problem counted(Count what) {
        count = what;
        return this;
    }

    Optional<Count> count() {
        return Optional.ofNullable(count);
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    public int status() {
        return status;
    }

    public String json() {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", TITLES.getOrDefault(status, "Error"));
        body.put("status", status);
        body.put("detail", detail);
        body.put("code", code);
        body.putAll(more);
        return JsonText.write(body);
    }

    public Reply reply() {
        var reply = reply(status, json());
        return switch (status) {
            case 401 -> reply.with("www-authenticate", "Bearer");
            case 429, 503 -> reply.with("retry-after", Long.toString(retryAfter));
            default -> reply;
        };
    }

    /// A problem that was written down earlier.
    public static Reply reply(int status, String json) {
        return new Reply(status, Map.of("content-type", TYPE), json);
    }
}
