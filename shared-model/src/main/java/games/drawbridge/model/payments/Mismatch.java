package games.drawbridge.model.payments;

import java.util.Locale;

/// In what a payment is not the one that was ordered.
public enum Mismatch {
    WRONG_PLAYER,
    WRONG_PRODUCT,
    WRONG_CURRENCY,
    WRONG_AMOUNT;

    /// As problems, metrics and rows call it.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
