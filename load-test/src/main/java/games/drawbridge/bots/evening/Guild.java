package games.drawbridge.bots.evening;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What a bot does about clans: it founds one or comes into one, looks into its hall to ask and to
/// help, and now and then goes to another.
final class Guild {
    /// Of a hundred looks after the clan, those that end with a leave.
    private static final int LEAVES = 6;

    /// Milliseconds of a visit to the hall after which the bot goes whatever came of it.
    private static final long VISIT = 15_000;

    private final Town town;
    private final Account account;
    private final RandomGenerator dice;
    private final int number;
    private @Nullable String clan;
    private boolean founded;

    /// @param number of the bot, from 0
    Guild(Town town, Account account, int number, RandomGenerator dice) {
        this.town = town;
        this.account = account;
        this.number = number;
        this.dice = dice;
    }

    Future<?> next() {
        var at = clan;
        if (at == null) return !founded && number < town.clans().wanted() ? found() : come();
        return dice.nextInt(100) < LEAVES ? leave(at) : visit(at);
    }

    private Future<?> found() {
        founded = true;
        var tag = town.clans().run() + Integer.toString(number, 36).toUpperCase(Locale.ROOT);
        var body =
                "{\"name\":\"Evening %s\",\"tag\":\"%s\",\"admission\":\"open\"}"
                        .formatted(tag, tag);
        return account.post("clan founded", "/v1/clans", body)
                .onSuccess(reply -> {
                    if (!reply.ok()) return;
                    is(reply.body().get("id").asText());
                    town.clans().ids().add(clan);
                });
    }

    /// Everybody wants to be where most are: the last seats are fought for.
    private Future<?> come() {
        var all = town.clans().ids();
        if (all.isEmpty()) return Future.succeededFuture();
        var wish = all.get(Math.min(dice.nextInt(all.size()), dice.nextInt(all.size())));
        return account.post("clan joined", "/v1/clans/" + wish + "/members", "{}")
                .onSuccess(reply -> {
                    if (reply.ok()) is(wish);
                });
    }

    private Future<?> leave(String from) {
        var path = "/v1/clans/" + from + "/members/" + account.player();
        return account.delete("clan left", path)
                .onSuccess(reply -> {
                    if (reply.ok()) is(null);
                });
    }

    private void is(@Nullable String now) {
        clan = now;
        account.notes().clan(now);
    }

    // ---- the hall ----

    private Future<?> visit(String at) {
        var visit = new Visit();
        var stay = new Stay("clan:" + at, account.notes(), town.counts(), town.clock(), visit);
        visit.line = new Line(town, account, dice, stay);
        visit.stay = stay;
        town.web().later(VISIT).onSuccess(_ -> visit.end());
        return visit.over.future();
    }

    private final class Visit implements Stay.Ear {
        private final Promise<Void> over = Promise.promise();
        private @Nullable Line line;
        private @Nullable Stay stay;
        private boolean done;

        @Override
        public void joined(JsonNode frame) {
            var on = line;
            var in = stay;
            if (done || on == null || in == null || !frame.has("state")) return;
            done = true;
            on.move(in, move(frame.get("state").get("wishes")));
        }

        private String move(JsonNode wishes) {
            for (var wish : wishes) {
                boolean mine = wish.get("by").asText().equals(account.player());
                boolean helped = wish.get("helpers").toString().contains(account.player());
                if (!mine && !helped && dice.nextBoolean())
                    return "{\"help\":{\"wish\":%d}}".formatted(wish.get("id").asLong());
            }
            return "{\"ask\":{\"text\":\"Wood for %s, please\"}}".formatted(account.player());
        }

        @Override
        public void applied(String body) {
            town.counts().add(body.startsWith("{\"help\"") ? "help given" : "help asked for");
            end();
        }

        @Override
        public void denied(String body, String why) {
            end();
        }

        @Override
        public void refused(String code) {
            end();
        }

        private void end() {
            if (!over.tryComplete()) return;
            var on = line;
            if (on != null) on.leave();
        }
    }
}
