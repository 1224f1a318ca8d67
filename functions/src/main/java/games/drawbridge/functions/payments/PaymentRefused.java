package games.drawbridge.functions.payments;

import games.drawbridge.functions.http.Count;
import games.drawbridge.functions.http.Problem;
import java.time.Instant;
import java.util.Map;

/// A provider's word, or what is said to be one, that is not taken. Counted, so that somebody hears
/// of it.
final class PaymentRefused extends RuntimeException {
    private final int status;
    private final String code;

    /// @param status for whoever showed it
    /// @param code stable, in words of lower case
    PaymentRefused(int status, String code, String detail) {
        super(code + ": " + detail, null, false, false);
        this.status = status;
        this.code = code;
    }

    String code() {
        return code;
    }

    Problem problem() {
        return new Problem(status, code, String.valueOf(getMessage()));
    }

    /// For the alarm.
    Count count(String provider, Instant now) {
        return count(provider, code, now);
    }

    static Count count(String provider, String code, Instant now) {
        return new Count("PaymentRefused", now, Map.of("provider", provider, "code", code));
    }
}
