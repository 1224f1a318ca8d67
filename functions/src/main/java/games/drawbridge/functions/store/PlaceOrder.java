package games.drawbridge.functions.store;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.functions.wallet.Balance;
import games.drawbridge.functions.wallet.Outcome;
import games.drawbridge.functions.wallet.Purchase;
import games.drawbridge.functions.wallet.Receipt;
import games.drawbridge.functions.wallet.ReceiptTable;
import games.drawbridge.functions.wallet.WalletTable;
import games.drawbridge.model.store.Catalogue;
import games.drawbridge.model.store.Order;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Buys an item for game currency, once per key: the receipt answers whoever asks again, refusals
/// included.
@Route(value = "POST /v1/store/orders", rate = 500, burst = 1_000)
public final class PlaceOrder extends Endpoint {
    private final Shelf shelf;
    private final WalletTable wallets;
    private final ReceiptTable receipts;

    public PlaceOrder() {
        this(Environment.system());
    }

    public PlaceOrder(Environment environment) {
        var aws = new Aws(environment);
        var clock = InstantSource.system();
        var dice = new SecureRandom();
        shelf = new Shelf(aws, clock);
        wallets = new WalletTable(aws, clock, dice);
        receipts = new ReceiptTable(aws, clock, dice);
    }

    private record Answer(
            String orderId, Map<String, Long> balances, List<Catalogue.Grant> granted) {}

    @Override
    protected Reply answer(Request request) {
        var wish = Wish.of(request);
        var outcome = wish.order().decide(wish.id(), wish.player(), shelf.catalogue());
        return reply(
                wish,
                switch (outcome) {
                    case Order.Outcome.Accepted accepted -> buy(wish, accepted);
                    case Order.Outcome.NoSuchItem _ ->
                            refuse(wish, Problem.notFound("no such item for sale"));
                    case Order.Outcome.PriceChanged(var price) ->
                            refuse(
                                    wish,
                                    new Problem(
                                            409,
                                            "price-changed",
                                            "it is " + price.amount() + " " + price.currency()));
                });
    }

    private Receipt buy(Wish wish, Order.Outcome.Accepted accepted) {
        var order = wish.order();
        var purchase =
                new Purchase(
                        wish.player(),
                        order.sku(),
                        order.quantity(),
                        accepted.limit(),
                        wish.key(),
                        balances -> receipt(wish, accepted, balances));
        return switch (wallets.apply(accepted.transaction(), purchase)) {
            case Outcome.Applied(var balances) -> receipt(wish, accepted, balances);
            case Outcome.AlreadyApplied _ -> earlier(wish);
            case Outcome.InsufficientFunds(var unit) ->
                    refuse(wish, new Problem(422, "insufficient-funds", "not enough " + unit));
            case Outcome.Refused _ ->
                    throw new IllegalStateException("an order has no rows beside");
            case Outcome.LimitReached(var limit) ->
                    refuse(wish, new Problem(422, "limit-reached", "a player may buy " + limit));
        };
    }

    private static Receipt receipt(
            Wish wish, Order.Outcome.Accepted accepted, List<Balance> balances) {
        var currencies = new TreeMap<String, Long>();
        for (var balance : balances)
            if (balance.unit().isCurrency())
                currencies.put(balance.unit().value(), balance.amount());
        var answer = new Answer(wish.id(), currencies, accepted.granted());
        return new Receipt(wish.hash(), 201, JsonText.write(answer));
    }

    private Receipt refuse(Wish wish, Problem problem) {
        var refusal = new Receipt(wish.hash(), problem.status(), problem.json());
        return receipts.remember(wish.player(), wish.key(), refusal);
    }

    private Receipt earlier(Wish wish) {
        return receipts.find(wish.player(), wish.key())
                .orElseThrow(() -> Problem.unavailable("busy", "try again in a moment"));
    }

    private static Reply reply(Wish wish, Receipt receipt) {
        if (!receipt.request().equals(wish.hash()))
            throw new Problem(422, "idempotency-mismatch", "this key was used with another body");
        return receipt.status() == 201
                ? Reply.json(201, receipt.answer())
                : Problem.reply(receipt.status(), receipt.answer());
    }
}
