package games.drawbridge.functions.payments;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.payments.Action;
import games.drawbridge.model.payments.PaymentOrder;
import games.drawbridge.model.payments.Step;
import games.drawbridge.model.wallet.Account;
import games.drawbridge.model.wallet.Leg;
import games.drawbridge.model.wallet.Transaction;
import games.drawbridge.model.wallet.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// What one action writes: the wallet's part, and what stands or falls with it.
final class BookingRows {
    private final OrderTable orders;
    private final Movements movements;
    private final String table;

    BookingRows(Aws aws, OrderTable orders) {
        this.orders = orders;
        movements = new Movements(aws);
        table = aws.environment().get("PURCHASES_TABLE");
    }

    /// The provider's money against our sales, and the player's goods against the store. What is
    /// taken back and not there any more is owed.
    static Transaction transaction(PaymentOrder order, Told told, Step.Book step) {
        var action = step.action();
        String id = "payment#" + told.provider() + "#" + told.payment() + "#" + action.key();
        var legs = new ArrayList<Leg>(money(told, action));
        var wallet = Account.of(order.player());
        boolean isBack = false;
        for (var change : step.changes()) {
            isBack |= change.amount() < 0;
            legs.addAll(Transaction.move(Account.STORE, wallet, change.unit(), change.amount()));
        }
        String reason = action.kind().word();
        return isBack ? Transaction.takeBack(id, reason, legs) : new Transaction(id, reason, legs);
    }

    private static List<Leg> money(Told told, Action action) {
        long amount = action.money().amount();
        if (amount == 0) return List.of();
        var unit = Unit.money(action.money().currency());
        var provider = Account.real(told.provider());
        return switch (action.kind()) {
            case CHARGE, REVERSAL -> Transaction.move(Account.SALES, provider, unit, amount);
            case REFUND, CHARGEBACK -> Transaction.move(provider, Account.SALES, unit, amount);
            case DECLINE, DISPUTE, RESOLUTION -> List.of();
        };
    }

    /// With the count of what was bought and the rooms' news at most
    /// [games.drawbridge.functions.wallet.Beside#MOST] rows: head, action, three names, movement
    /// and confirmation.
    List<TransactWriteItem> beside(KeptOrder after, Told told, Step.Book step, Instant now) {
        var action = step.action();
        var row = OrderRow.action(after.id(), told, action, now);
        var writes = new ArrayList<>(orders.booking(after, row, now));
        movements.of(after, told, action, now).ifPresent(writes::add);
        if (step.isPurchase())
            writes.add(confirmation(after.order(), action, now).putIfAbsent(table));
        return writes;
    }

    /// What is mailed to who has paid; whoever sends it takes `pending` away.
    private static Row confirmation(PaymentOrder order, Action action, Instant now) {
        var mail = new LinkedHashMap<String, Object>();
        mail.put("player", order.player());
        mail.put("order", order.id());
        mail.put("sku", order.sku());
        mail.put("money", action.money());
        mail.put("at", action.at());
        if (order.locale() != null) mail.put("locale", order.locale());
        return Row.key(OrderRow.pk(order.id()), "OUTBOX#confirmation")
                .with("mail", JsonText.write(mail))
                .with("pending", "yes")
                .with("due", now.toEpochMilli());
    }

    /// What the provider takes beside, each a movement of its own.
    void fees(KeptOrder kept, Told told, Instant now) {
        movements.fees(kept, told, now);
    }
}
