package games.drawbridge.model.market;

import com.fasterxml.jackson.annotation.JsonValue;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Account;
import games.drawbridge.model.wallet.Leg;
import games.drawbridge.model.wallet.Transaction;
import games.drawbridge.model.wallet.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;

/// Goods that somebody sells.
///
/// @param item a good, not a currency
/// @param price of all pieces together, in the market's currency
public record Offer(
        OfferId id,
        PlayerId seller,
        Unit item,
        int amount,
        long price,
        State state,
        Instant at,
        Instant expires) {
    private static final int PERCENT = 100;

    /// Where goods are while they are on offer.
    public static final Account ESCROW = new Account("system:market");

    /// Where the market's fee goes.
    public static final Account FEES = new Account("system:market-fees");

    /// What all prices are in.
    public static final Unit CURRENCY = new Unit("gold");

    /// What has become of it.
    public enum State {
        OPEN,
        SOLD,
        /// Taken back, or nobody wanted it in time.
        RETURNED;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Whether such a thing may be sold at all: goods, and neither currencies nor debts.
    public static boolean isGood(Unit unit) {
        return !unit.isCurrency() && !unit.isDebt() && !unit.isMoney();
    }

    /// The price of one piece, in millionths.
    public long perPiece() {
        return price * 1_000_000 / amount;
    }

    public Offer as(State other) {
        return new Offer(id, seller, item, amount, price, other, at, expires);
    }

    /// Puts the goods into escrow.
    public Transaction escrow() {
        return new Transaction(
                "offer#" + id,
                "market-offer",
                Transaction.move(Account.of(seller), ESCROW, item, amount));
    }

    /// Gives the goods back to the seller.
    public Transaction giveBack() {
        return new Transaction(
                "return#" + id,
                "market-return",
                Transaction.move(ESCROW, Account.of(seller), item, amount));
    }

    /// The goods to the buyer, the price to the seller, less the fee.
    ///
    /// @param feePercent rounded up, so that many small sales are not cheaper than a big one
    public Transaction sale(PlayerId buyer, long feePercent) {
        long fee = fee(feePercent);
        var legs = new ArrayList<>(Transaction.move(ESCROW, Account.of(buyer), item, amount));
        legs.add(new Leg(Account.of(buyer), CURRENCY, -price));
        if (price > fee) legs.add(new Leg(Account.of(seller), CURRENCY, price - fee));
        if (fee > 0) legs.add(new Leg(FEES, CURRENCY, fee));
        return new Transaction("sale#" + id, "market-sale", legs);
    }

    private long fee(long percent) {
        return (price * percent + PERCENT - 1) / PERCENT;
    }
}
