package games.drawbridge.functions.payments;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.holding.Holding;
import games.drawbridge.model.player.PlayerId;

/// A player's orders. What was paid the law wants kept, and it then belongs to nobody; what
/// providers told of it, which may name a person, goes.
public final class PaymentHolding implements Holding {
    /// Whose the orders are of players who are forgotten.
    private static final PlayerId FORGOTTEN = new PlayerId("forgotten");

    private final OrderTable orders;
    private final NoticeTable notices;

    public PaymentHolding(Aws aws) {
        orders = new OrderTable(aws);
        notices = new NoticeTable(aws);
    }

    @Override
    public String name() {
        return "payments";
    }

    @Override
    public Object export(PlayerId player) {
        return orders.of(player)
                .flatMap(id -> orders.find(id).stream())
                .map(OrderView::of)
                .toList();
    }

    @Override
    public void move(PlayerId from, PlayerId into) {
        orders.of(from).forEach(id -> orders.hand(id, from, into));
    }

    @Override
    public void erase(PlayerId player) {
        for (String id : orders.of(player).toList()) {
            orders.find(id).ifPresent(notices::erase);
            orders.hand(id, player, FORGOTTEN);
        }
    }
}
