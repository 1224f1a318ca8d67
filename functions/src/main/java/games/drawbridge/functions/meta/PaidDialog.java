package games.drawbridge.functions.meta;

import java.time.Instant;
import java.util.Optional;

/// What the pay dialog of the canvas gives the player's browser. It only says which payment is
/// meant; that it was paid the Graph says.
///
/// @param order what we had called it (`request_id`)
public record PaidDialog(String payment, Optional<String> order) {

    /// @throws MetaRefused when it is of another form or time
    public static PaidDialog of(Payload payload, Instant now) {
        payload.fresh(now);
        return new PaidDialog(
                payload.id("payment_id"),
                payload.optionalText("request_id").filter(text -> !text.isEmpty()));
    }
}
