package games.drawbridge.functions.payments;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.email.AddressTable;
import games.drawbridge.functions.store.Shelf;
import games.drawbridge.functions.wallet.BoughtTable;
import games.drawbridge.functions.wallet.Outcome;
import games.drawbridge.functions.wallet.PurchaseNewsTable;
import games.drawbridge.functions.wallet.WalletTable;
import games.drawbridge.model.payments.Mismatch;
import games.drawbridge.model.payments.Payment;
import games.drawbridge.model.payments.PaymentOrder;
import games.drawbridge.model.payments.Step;
import games.drawbridge.model.payments.Truth;
import games.drawbridge.model.store.Bought;
import games.drawbridge.model.store.Catalogue;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Brings orders to what their providers say. Whoever learns something comes here (a notice, a
/// player's proof, the hourly question, support), at any time, twice, and side by side: one action
/// is one DynamoDB transaction, and a race is lost by looking again.
final class Booking {
    /// Why money is not taken that belongs to nobody.
    static final String NOBODY = "unknown-player";

    private final OrderTable orders;
    private final WalletTable wallets;
    private final BookingRows rows;
    private final PurchaseNewsTable news;
    private final BoughtTable bought;
    private final AddressTable addresses;
    private final Shelf shelf;
    private final Attempts attempts;
    private final InstantSource clock;

    Booking(Aws aws, InstantSource clock) {
        var dice = new SecureRandom();
        orders = new OrderTable(aws);
        wallets = new WalletTable(aws, clock, dice);
        rows = new BookingRows(aws, orders);
        news = new PurchaseNewsTable(aws);
        bought = new BoughtTable(aws);
        addresses = new AddressTable(aws);
        shelf = new Shelf(aws, clock);
        attempts = new Attempts(dice);
        this.clock = clock;
    }

    /// Books what is not yet booked, and answers how the order then stands.
    ///
    /// @throws PaymentRefused when the money is not what was asked for, or nobody's we know
    KeptOrder bring(Told told) {
        return bring(told, Payment::next);
    }

    /// The same where a person has looked at the money and takes it for what was ordered.
    KeptOrder accept(Told told) {
        return bring(told, Payment::accept);
    }

    private KeptOrder bring(Told told, Judge judge) {
        while (true) {
            var reached = attempts.until(() -> step(told, judge));
            if (reached.isThere()) return reached.kept();
        }
    }

    /// Says what is to be done next.
    private interface Judge {
        Step of(Payment payment, Truth truth);
    }

    private record Reached(KeptOrder kept, boolean isThere) {}

    /// Empty when others booked something in between.
    private Optional<Reached> step(Told told, Judge judge) {
        var now = Instant.ofEpochMilli(clock.millis());
        var kept = find(told).orElseGet(() -> unasked(told, now));
        var named = kept.named(told.names(), told.payment());
        return switch (judge.of(kept.payment(), told.truth())) {
            case Step.Book step when step.isPurchase() -> buy(told, named, judge, now);
            case Step.Book step -> book(told, named, step, List.of(), now);
            case Step.Held(var why) -> throw held(kept, named, why, now);
            case Step.Done _ -> {
                rows.fees(named, told, now);
                yield isKnown(kept) && orders.save(named, now)
                        ? Optional.of(new Reached(named, true))
                        : settled(kept);
            }
        };
    }

    /// An order of which nothing is booked and nothing is to be is not worth a row.
    private static Optional<Reached> settled(KeptOrder kept) {
        return isKnown(kept) ? Optional.empty() : Optional.of(new Reached(kept, true));
    }

    private static boolean isKnown(KeptOrder kept) {
        return kept.version() > 0;
    }

    /// The charge, with what the first purchase of a pack brings on top. It counts as the first if
    /// it is still the first when it is written.
    private Optional<Reached> buy(Told told, KeptOrder kept, Judge judge, Instant now) {
        note(told, kept, now);
        var order = kept.order();
        var seen = bought.find(order.player(), order.sku());
        var pack = pack(order.sku());
        var mine =
                seen.isEmpty() && pack.isPresent()
                        ? kept.granting(order.asFirst(pack.get()))
                        : kept;
        long ever = seen.map(Bought::ever).orElse(0L) + order.quantity();
        var count =
                bought.putIfStill(order.player(), order.sku(), seen, new Bought(ever, Map.of()));
        return judge.of(mine.payment(), told.truth()) instanceof Step.Book step
                ? book(told, mine, step, List.of(count), now)
                : Optional.empty();
    }

    private Optional<Reached> book(
            Told told, KeptOrder kept, Step.Book step, List<TransactWriteItem> more, Instant now) {
        var after = kept.booked(step.after(), now);
        var transaction = BookingRows.transaction(kept.order(), told, step);
        var beside = new ArrayList<>(more);
        beside.addAll(rows.beside(after, told, step, now));
        var player = kept.order().player();
        var outcome =
                wallets.apply(
                        transaction,
                        booked -> {
                            var all = new ArrayList<>(beside);
                            news.row(transaction.id(), player, booked, now).ifPresent(all::add);
                            return all;
                        });
        return outcome instanceof Outcome.Applied
                ? Optional.of(new Reached(after, false))
                : Optional.empty();
    }

    /// Where the confirmation goes. It stands there before the confirmation does, and no purchase
    /// waits for it.
    private void note(Told told, KeptOrder kept, Instant now) {
        var email = told.email();
        if (email == null) return;
        try {
            addresses.note(kept.order().player(), email, "checkout", false, now);
        } catch (SdkException _) {
            // the confirmation goes to another address of the player's, or to none
        }
    }

    private PaymentRefused held(KeptOrder kept, KeptOrder named, Mismatch why, Instant now) {
        if (isKnown(kept)) orders.save(named.held(why.code()), now);
        return new PaymentRefused(422, why.code(), "the money is held: a person must look");
    }

    /// The order that the provider means. One that was paid by something else is not it: then the
    /// same order was paid twice, and the second payment is one of its own.
    private Optional<KeptOrder> find(Told told) {
        for (String name : told.names()) {
            var known = orders.named(told.provider(), name).flatMap(orders::find);
            if (known.isPresent()) return known;
        }
        String order = told.order();
        if (order == null) return Optional.empty();
        return orders.find(order)
                .filter(kept -> kept.order().provider().equals(told.provider()))
                .filter(kept ->
                        kept.names().isEmpty()
                                || kept.names().stream().anyMatch(told.names()::contains));
    }

    /// The provider charged somebody for something that we know nothing of: that is served, too.
    private KeptOrder unasked(Told told, Instant now) {
        var buyer = told.buyer();
        if (buyer == null)
            throw new PaymentRefused(422, NOBODY, "nobody knows whose payment this is");
        var truth = told.truth();
        var pack =
                pack(truth.sku())
                        .orElseThrow(() ->
                                new PaymentRefused(
                                        422, "unknown-product", "no pack " + truth.sku()));
        if (truth.quantity() < 1 || truth.quantity() > PaymentOrder.MOST_QUANTITY)
            throw new PaymentRefused(422, Mismatch.WRONG_PRODUCT.code(), "a strange quantity");
        String id = PaymentWish.id("payment\n" + told.provider() + "\n" + told.payment());
        var order =
                PaymentOrder.of(
                        id, buyer, told.provider(), pack, truth.quantity(), now, null, null);
        return orders.find(id)
                .orElseGet(() -> KeptOrder.placed(order, null).named(Set.of(), told.payment()));
    }

    private Optional<Catalogue.Pack> pack(String sku) {
        return shelf.catalogue().packs().stream()
                .filter(each -> each.sku().equals(sku))
                .findFirst();
    }
}
