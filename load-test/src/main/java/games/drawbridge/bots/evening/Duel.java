package games.drawbridge.bots.evening;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What a bot does in the lobby, and in the matches that come of it: one at a time.
final class Duel implements Stay.Ear {
    private static final String QUEUE = "{\"queue\":{}}";

    /// Of a hundred offers, those that are turned down.
    private static final int DECLINED = 4;

    private final Town town;
    private final Account account;
    private final RandomGenerator dice;
    private final Map<String, JsonNode> values = new HashMap<>();
    private final Set<String> rooms = new HashSet<>();
    private @Nullable Line line;
    private @Nullable Stay lobby;
    private @Nullable Match match;
    private long answered;

    /// Whether it has asked for a match and seen nothing of it yet. Who asked a second time
    /// meanwhile might be heard when the first match has begun already, by a new owner of the
    /// lobby.
    private boolean asked;

    Duel(Town town, Account account, RandomGenerator dice) {
        this.town = town;
        this.account = account;
        this.dice = dice;
    }

    /// Where it stands.
    void on(Line on, Stay at) {
        line = on;
        lobby = at;
    }

    @Override
    public void joined(JsonNode frame) {
        var mode = frame.get("mode").asText();
        if (!mode.equals("resumed")) values.clear();
        if (mode.equals("fresh")) asked = false;
    }

    @Override
    public void patch(JsonNode patch) {
        if (patch.path("full").asBoolean()) values.clear();
        patch.get("set")
                .properties()
                .forEach(it -> {
                    if (it.getValue().isNull()) values.remove(it.getKey());
                    else values.put(it.getKey(), it.getValue());
                });
        if (!isFree()) asked = false;
        var offer = values.get("offer");
        var found = values.get("match");
        if (offer != null && !offer.path("you").asBoolean()) answer(offer.get("id").asLong());
        if (found != null && match == null) play(found.get("room").asText());
    }

    @Override
    public void denied(String body, String why) {
        if (body.equals(QUEUE)) asked = false;
    }

    /// What it is in the middle of; empty when it is in nothing.
    String waitsFor() {
        return isIdle() ? "" : " a match " + (match == null ? values : "that it plays");
    }

    private boolean isIdle() {
        return match == null && isFree();
    }

    private boolean isFree() {
        return !values.containsKey("party") && !values.containsKey("offer");
    }

    /// Queues, if it neither waits nor plays.
    boolean next() {
        if (!isIdle() || asked) return false;
        asked = true;
        move(QUEUE);
        return true;
    }

    /// Does not want to play any more.
    void calm() {
        if (values.containsKey("party")) move("{\"stop\":{}}");
        if (match != null) match.calm();
    }

    private void answer(long offer) {
        if (offer == answered) return;
        answered = offer;
        boolean yes = !town.isCalm() && dice.nextInt(100) >= DECLINED;
        var move = "{\"%s\":{\"offer\":%d}}".formatted(yes ? "accept" : "decline", offer);
        town.web().later(200 + dice.nextInt(1_500)).onSuccess(_ -> move(move));
    }

    private void move(String body) {
        var on = line;
        var at = lobby;
        if (on != null && at != null) on.move(at, body);
    }

    private void play(String room) {
        var on = line;
        if (on == null || !rooms.add(room)) return;
        town.counts().add("seats in matches");
        match = new Match(town, account, on, room, dice, () -> match = null);
    }
}
