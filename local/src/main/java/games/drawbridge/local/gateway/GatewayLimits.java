package games.drawbridge.local.gateway;

import java.time.Duration;

/// API Gateway's limits of an HTTP API.
public final class GatewayLimits {

    /// Bytes of a request's body.
    public static final int BODY = 10 * 1024 * 1024;

    /// Bytes of the request line and all headers.
    public static final int HEADERS = 10_240;

    /// How long keys of an issuer are kept.
    static final Duration KEYS = Duration.ofMinutes(5);

    /// Between two fetches of an issuer's keys for the sake of unknown ones: a caller who makes up
    /// key ids must not make us ask for each.
    static final Duration UNKNOWN_KEY = Duration.ofSeconds(5);

    /// For one fetch of an issuer's documents, in milliseconds.
    static final int FETCH_MILLIS = 5_000;

    /// Bytes of such a document.
    static final int DOCUMENT = 64 * 1024;

    private GatewayLimits() {}
}
