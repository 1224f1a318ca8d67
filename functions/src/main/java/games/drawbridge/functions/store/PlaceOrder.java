package games.drawbridge.functions.store;

import static java.util.Locale.ROOT;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.functions.wallet.Balance;
import games.drawbridge.functions.wallet.Purchase;
import games.drawbridge.functions.wallet.PurchaseTable;
import games.drawbridge.functions.wallet.Receipt;
import games.drawbridge.functions.wallet.ReceiptTable;
import games.drawbridge.model.room.Json;
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
    private final PurchaseTable purchases;
    private final ReceiptTable receipts;

    public PlaceOrder() {
        this(Environment.system());
    }

    public PlaceOrder(Environment environment) {
        var aws = new Aws(environment);
        var clock = InstantSource.system();
        var dice = new SecureRandom();
        shelf = new Shelf(aws, clock);
        purchases = new PurchaseTable(aws, clock, dice);
        receipts = new ReceiptTable(aws, clock, dice);
    }

    private record Answer(
            String orderId, Map<String, Long> balances, List<Catalogue.Grant> granted) {}

    @Override
    protected Reply answer(Request request) {
        var wish = Wish.of(request);
        var purchase =
                new Purchase(
                        wish.player(),
                        wish.id(),
                        wish.key(),
                        wish.order(),
                        shelf.catalogue(),
                        (accepted, balances) -> receipt(wish, accepted, balances));
        return reply(
                wish,
                switch (purchases.buy(purchase)) {
                    case Purchase.Outcome.Done(var receipt) -> receipt;
                    case Purchase.Outcome.Answered _ -> earlier(wish);
                    case Purchase.Outcome.Poor(var unit) ->
                            refuse(
                                    wish,
                                    new Problem(422, "insufficient-funds", "not enough " + unit));
                    case Purchase.Outcome.NotSold(var why) -> refuse(wish, problem(why));
                });
    }

    private static Problem problem(Order.Outcome.Refused why) {
        return switch (why) {
            case Order.Outcome.NoSuchItem _ -> Problem.notFound("no such item for sale");
            case Order.Outcome.PriceChanged(var price) ->
                    new Problem(
                                    409,
                                    "price-changed",
                                    "it is " + price.amount() + " " + price.currency())
                            .with("price", price);
            case Order.Outcome.NotMet(var requirement) ->
                    new Problem(422, "requirement-not-met", requirement.said())
                            .with("requirement", new Json(JsonText.write(requirement)));
            case Order.Outcome.LimitReached(var most, var per) ->
                    new Problem(
                            422,
                            "limit-reached",
                            "a player may buy "
                                    + most
                                    + (per == null ? "" : " a " + per.name().toLowerCase(ROOT)));
            case Order.Outcome.TooMany(var most) ->
                    new Problem(
                            422,
                            "quantity-too-big",
                            "one order brings " + most + " unique pieces at most");
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
