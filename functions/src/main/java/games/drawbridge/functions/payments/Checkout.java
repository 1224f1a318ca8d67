package games.drawbridge.functions.payments;

import java.util.Map;
import java.util.Optional;

/// What a client needs to pay.
///
/// @param payment by what the provider calls it, where it is known already
/// @param fields for the provider's own client call
record Checkout(Optional<String> payment, Map<String, Object> fields) {
    Checkout {
        fields = Map.copyOf(fields);
    }
}
