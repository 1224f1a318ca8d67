package games.drawbridge.bots.evening;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// What a bot does with its goods: buys in the store, offers, buys from others, takes back, gives
/// away.
final class Stall {
    private static final List<String> GOODS =
            List.of("item:confetti", "item:confetti", "item:ribbon", "item:disc-blue");

    private final Town town;
    private final Account account;
    private final RandomGenerator dice;
    private final List<String> offers = new ArrayList<>();
    private boolean shopped;

    Stall(Town town, Account account, RandomGenerator dice) {
        this.town = town;
        this.account = account;
        this.dice = dice;
    }

    Future<Void> next() {
        int what = shopped ? dice.nextInt(20) : 0;
        if (what < 3) return shop();
        if (what < 8) return offer();
        if (what < 14) return buy();
        if (what < 15) return takeBack();
        return what < 18 ? give() : accept();
    }

    private Future<Void> shop() {
        shopped = true;
        var sku = dice.nextInt(3) == 0 ? "disc-blue" : "party-bundle";
        return account.postOnce(
                        "store order",
                        "/v1/store/orders",
                        "{\"sku\":\"%s\",\"quantity\":1}".formatted(sku))
                .mapEmpty();
    }

    /// Some of what it has, for about what others ask.
    private Future<Void> offer() {
        return account.get("inventory", "/v1/inventory")
                .compose(reply -> {
                    var items = reply.body().path("items");
                    if (items.isEmpty()) return shop();
                    return offer(items.get(dice.nextInt(items.size())));
                });
    }

    private Future<Void> offer(JsonNode good) {
        int amount = 1 + dice.nextInt(Math.min(5, good.get("amount").asInt()));
        var body =
                "{\"item\":\"%s:%s\",\"amount\":%d,\"price\":%d}"
                        .formatted(
                                good.get("kind").asText(),
                                good.get("id").asText(),
                                amount,
                                amount * (4 + dice.nextInt(6)));
        return account.postOnce("offer made", "/v1/market/offers", body)
                .onSuccess(reply -> {
                    if (!reply.ok()) return;
                    var id = reply.body().get("id").asText();
                    offers.add(id);
                    account.notes().booked("offer#" + id);
                })
                .mapEmpty();
    }

    /// One of the cheapest; others want them as well.
    private Future<Void> buy() {
        var item = GOODS.get(dice.nextInt(GOODS.size()));
        return account.get("offers", "/v1/market/offers?limit=10&item=" + item)
                .compose(reply -> {
                    var found = new ArrayList<String>();
                    for (var offer : reply.body().path("offers")) {
                        var seller = offer.get("seller").asText();
                        if (town.knows(seller) && !seller.equals(account.player()))
                            found.add(offer.get("id").asText());
                    }
                    if (found.isEmpty()) return Future.succeededFuture();
                    return buy(found.get(dice.nextInt(Math.min(3, found.size()))));
                });
    }

    private Future<Void> buy(String offer) {
        return account.postOnce("offer bought", "/v1/market/offers/" + offer + "/buy", "{}")
                .onSuccess(reply -> {
                    if (reply.ok()) account.notes().booked("sale#" + offer);
                    else account.notes().refused("sale#" + offer);
                })
                .mapEmpty();
    }

    private Future<Void> takeBack() {
        if (offers.isEmpty()) return offer();
        var offer = offers.remove(dice.nextInt(offers.size()));
        return account.delete("offer taken back", "/v1/market/offers/" + offer)
                .onSuccess(reply -> {
                    if (reply.ok()) account.notes().booked("return#" + offer);
                })
                .mapEmpty();
    }

    /// Something for nothing, once the other one says yes.
    private Future<Void> give() {
        var players = town.players();
        var other = players.get(dice.nextInt(players.size()));
        if (other.equals(account.player())) return Future.succeededFuture();
        var body =
                "{\"with\":\"%s\",\"give\":[{\"unit\":\"gold\",\"amount\":%d}],\"want\":[]}"
                        .formatted(other, 1 + dice.nextInt(5));
        return account.postOnce("donation proposed", "/v1/market/trades", body).mapEmpty();
    }

    private Future<Void> accept() {
        return account.get("trades", "/v1/market/trades")
                .compose(reply -> {
                    for (var trade : reply.body().path("trades"))
                        if (trade.get("other").asText().equals(account.player())
                                && town.knows(trade.get("proposer").asText()))
                            return accept(trade.get("id").asText());
                    return Future.succeededFuture();
                });
    }

    private Future<Void> accept(String trade) {
        return account.postOnce("donation accepted", "/v1/market/trades/" + trade + "/accept", "{}")
                .onSuccess(reply -> {
                    if (reply.ok()) account.notes().booked("trade#" + trade);
                })
                .mapEmpty();
    }
}
