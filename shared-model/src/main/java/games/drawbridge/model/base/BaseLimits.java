package games.drawbridge.model.base;

import java.time.Duration;

/// How much goes on in a base.
final class BaseLimits {
    /// How long the seat is kept: as long as somebody may need on a provider's page to pay.
    static final Duration HOLD = Duration.ofMinutes(10);

    /// Parcels that wait; of more the oldest unpacks itself.
    static final int PARCELS = 50;

    private BaseLimits() {}
}
