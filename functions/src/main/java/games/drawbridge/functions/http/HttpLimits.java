package games.drawbridge.functions.http;

/// The limits that hold for every request, each with its unit and reason.
public final class HttpLimits {
    /// Bytes of a request's body: the largest of ours is a room's settings.
    public static final int BODY = 64 * 1024;

    /// Lines of a list when the caller does not say: a screen.
    public static final int USUAL_PAGE = 20;

    /// Lines of a list at most: one batch read of DynamoDB.
    public static final int LARGEST_PAGE = 100;

    /// Characters of an `Idempotency-Key`: longer than any UUID or hash in hex.
    public static final int IDEMPOTENCY_KEY = 64;

    /// Seconds after which a caller may come again when we are busy.
    public static final int RETRY_AFTER = 1;

    private HttpLimits() {}
}
