package games.drawbridge.functions.aws;

import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/// Tells a store that is busy or away for a moment from a fault of ours.
public final class Trouble {
    private static final int THEIR_FAULT = 500;

    private Trouble() {}

    /// Whether the same call may succeed later. What it should have written may be written.
    public static boolean passes(RuntimeException fault) {
        return switch (fault) {
            case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _ -> true;
            case SdkServiceException refused ->
                    refused.isThrottlingException() || refused.statusCode() >= THEIR_FAULT;
            case JsonService.Refused refused -> refused.passes();
            default -> false;
        };
    }
}
