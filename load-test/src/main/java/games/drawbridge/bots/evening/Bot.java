package games.drawbridge.bots.evening;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.random.RandomGenerator;

/// One bot of an evening, from the login to its last act.
final class Bot {
    private static final int PURSE = 120;

    private static final String[] CHANNELS = {"world", "region:north", "region:south"};

    private final Town town;
    private final Account account;
    private final RandomGenerator dice;
    private final Land land;
    private final Duel duel;
    private final Guild guild;
    private final Stall stall;
    private final Line line;
    private final Stay region;
    private final Stay chat;
    private long said;

    /// @param number from 0
    private Bot(Town town, Account account, int number, RandomGenerator dice) {
        this.town = town;
        this.account = account;
        this.dice = dice;
        var name = number % 2 == 0 ? "north" : "south";
        land = new Land(town, "region:" + name, account.player(), dice);
        duel = new Duel(town, account, dice);
        guild = new Guild(town, account, number, dice);
        stall = new Stall(town, account, dice);
        region = stay("region:" + name, land);
        chat = stay("chat:" + CHANNELS[dice.nextInt(CHANNELS.length)], new Listener());
        line = new Line(town, account, dice, region);
        line.ask(chat);
        var lobby = stay("lobby:duel", duel);
        duel.on(line, lobby);
        line.ask(lobby);
    }

    private Stay stay(String room, Stay.Ear ear) {
        return new Stay(room, account.notes(), town.counts(), town.clock(), ear);
    }

    /// Somebody new comes in.
    static Future<Bot> arrive(Town town, String device, int number, RandomGenerator dice) {
        return Account.guest(town.web(), town.clock(), device)
                .compose(account ->
                        town.purse(account.player(), PURSE)
                                .map(_ -> {
                                    town.came(account.player());
                                    var bot = new Bot(town, account, number, dice);
                                    bot.think();
                                    return bot;
                                }));
    }

    private void think() {
        town.web()
                .later(Pace.around(town.pace().act(), dice))
                .onSuccess(_ -> {
                    if (!town.isCalm()) act().onComplete(_ -> think());
                });
    }

    /// One thing at a time.
    private Future<?> act() {
        land.glance().ifPresent(look -> line.move(region, look));
        int what = dice.nextInt(40);
        if (what < 8 && region.isInside() && duel.next()) return Future.succeededFuture();
        if (what < 23) return map();
        if (what < 24) return say();
        return what < 32 ? stall.next() : guild.next();
    }

    private Future<?> map() {
        if (region.isInside()) land.next().ifPresent(move -> line.move(region, move));
        return Future.succeededFuture();
    }

    private Future<?> say() {
        if (chat.isInside())
            line.move(
                    chat,
                    "{\"say\":{\"text\":\"%s says %d\"}}".formatted(account.player(), ++said));
        return Future.succeededFuture();
    }

    private static final class Listener implements Stay.Ear {
        @Override
        public void joined(JsonNode frame) {}
    }

    // ---- how it ends ----

    /// Begins nothing any more, and gives up what it plays.
    void calm() {
        duel.calm();
        land.glance().ifPresent(look -> line.move(region, look));
    }

    /// What is under way; empty when nothing is.
    String waitsFor() {
        return String.join(", ", line.waitsFor()) + duel.waitsFor() + land.waitsFor();
    }

    void leave() {
        account.notes().sees(land.view());
        line.end();
    }

    Notes notes() {
        return account.notes();
    }
}
