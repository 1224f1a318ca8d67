package games.drawbridge.functions.payments;

import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.payments.Action;
import games.drawbridge.model.payments.Payment;
import games.drawbridge.model.payments.PaymentOrder;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.store.Catalogue.Grant;
import games.drawbridge.model.store.Catalogue.Money;
import java.time.Instant;
import java.util.List;

/// An order and its actions as rows.
final class OrderRow {
    static final String ORDER = "ORDER#";
    static final String HEAD = "HEAD";
    static final String ACTION = "ACTION#";

    private OrderRow() {}

    static String pk(String order) {
        return ORDER + order;
    }

    /// The head as it is to be written: one version on.
    static Row head(KeptOrder kept, Instant now) {
        var order = kept.order();
        var row =
                Row.key(pk(order.id()), HEAD)
                        .with("player", order.player().value())
                        .with("provider", order.provider())
                        .with("sku", order.sku())
                        .with("quantity", order.quantity())
                        .with("prices", JsonText.write(order.prices()))
                        .with("grants", JsonText.write(order.grants()))
                        .with("createdAt", order.createdAt().toEpochMilli())
                        .withOptional("affiliate", order.affiliate())
                        .withOptional("locale", order.locale())
                        .with("status", kept.payment().status().word())
                        .with("version", kept.version() + 1)
                        .with("changedAt", kept.changedAt().toEpochMilli())
                        .withOptional("request", kept.request())
                        .withOptional("checkout", kept.checkout())
                        .with("names", kept.names())
                        .withOptional("held", kept.held());
        if (kept.payment().isBarren()) row.with("barren", "yes");
        kept.due(now).ifPresent(at -> row.with("pending", "ask").with("due", at.toEpochMilli()));
        return row;
    }

    static KeptOrder kept(Row head, List<Action> booked) {
        return new KeptOrder(
                new Payment(order(head), booked, head.has("barren")),
                head.number("version"),
                head.optionalText("request"),
                head.optionalText("checkout"),
                head.texts("names"),
                head.optionalText("held"),
                Instant.ofEpochMilli(head.number("changedAt")));
    }

    @SuppressWarnings("NullAway") // javac forgets the @Nullable of a compact constructor
    private static PaymentOrder order(Row head) {
        return new PaymentOrder(
                head.text("pk").substring(ORDER.length()),
                new PlayerId(head.text("player")),
                head.text("provider"),
                head.text("sku"),
                (int) head.number("quantity"),
                List.of(JsonText.read(head.text("prices"), Money[].class)),
                List.of(JsonText.read(head.text("grants"), Grant[].class)),
                Instant.ofEpochMilli(head.number("createdAt")),
                head.optionalText("affiliate"),
                head.optionalText("locale"));
    }

    /// Written once and never again: what makes an action happen once.
    static Row action(String order, Told told, Action action, Instant now) {
        return Row.key(pk(order), ACTION + action.key())
                .with("kind", action.kind().word())
                .with("amount", action.money().amount())
                .with("currency", action.money().currency())
                .with("happenedAt", action.at().toEpochMilli())
                .with("bookedAt", now.toEpochMilli())
                .with("provider", told.provider())
                .with("payment", told.payment());
    }

    static Action action(Row row) {
        return new Action(
                Action.Kind.of(row.text("kind")),
                row.text("sk").substring(ACTION.length()),
                new Money(row.number("amount"), row.text("currency")),
                Instant.ofEpochMilli(row.number("happenedAt")));
    }
}
