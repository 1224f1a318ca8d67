package games.drawbridge.functions.inbox;

import games.drawbridge.model.wallet.Unit;

/// What a mail brings: a currency or a good.
public record Attachment(Unit unit, long amount) {
    public Attachment {
        if (amount < 1) throw new IllegalArgumentException("an attachment of " + amount);
        if (unit.isDebt() || unit.isMoney())
            throw new IllegalArgumentException(unit + " is not to be given");
    }
}
