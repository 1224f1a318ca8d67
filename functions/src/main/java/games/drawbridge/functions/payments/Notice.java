package games.drawbridge.functions.payments;

import java.time.Instant;
import java.util.Optional;

/// A provider tells that something happened to a payment. What happened is asked for, never read
/// from it: it may be late, repeated, or out of order.
///
/// @param id names it, so that one that comes again is the same row
/// @param payment that it is about; empty when it names none that we can find
/// @param body as it came
record Notice(String provider, String id, Optional<String> payment, String body, Instant at) {

    /// It may hold what is between the player and the provider.
    @Override
    public String toString() {
        return provider + " " + id;
    }
}
