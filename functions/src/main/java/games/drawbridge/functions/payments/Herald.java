package games.drawbridge.functions.payments;

import games.drawbridge.functions.http.Request;
import java.util.List;

/// Knows a provider's notices by their signature. It holds no more than the secret for that.
interface Herald {

    /// What it tells; nothing when it is about no payment.
    ///
    /// @throws PaymentRefused when it is not the provider's, or not of now
    List<Notice> notices(Request request);
}
