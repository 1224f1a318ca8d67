package games.drawbridge.bots.evening;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// One match of four-in-a-row, from the seat that a lobby has reserved to its end.
final class Match implements Stay.Ear {
    private static final int ROWS = 6;
    private static final int COLUMNS = 7;

    /// Times that a room that is not there yet is asked for, each a second later than the last.
    private static final int MOST_TRIES = 15;

    private static final int LATER = 1_000;

    private final Town town;
    private final Account account;
    private final Line line;
    private final RandomGenerator dice;
    private final Runnable over;
    private final Stay stay;
    private final int[] heights = new int[COLUMNS];
    private boolean red;
    private boolean redsTurn;
    private boolean thinking;
    private boolean been;
    private boolean ended;
    private boolean resigned;
    private int tries;

    /// @param over called once, when the bot has nothing to do there any more
    Match(Town town, Account account, Line line, String room, RandomGenerator dice, Runnable over) {
        this.town = town;
        this.account = account;
        this.line = line;
        this.dice = dice;
        this.over = over;
        stay = new Stay(room, account.notes(), town.counts(), town.clock(), this);
        line.enter(stay);
    }

    @Override
    public void joined(JsonNode frame) {
        been = true;
        resigned = false;
        var state = frame.path("state");
        if (state.isMissingNode()) return;
        red = state.at("/players/red").asText().equals(account.player());
        redsTurn = state.path("turn").asText().equals("red");
        Arrays.fill(heights, 0);
        for (JsonNode row : state.get("board"))
            for (int i = 0; i < COLUMNS; i++) if (!row.get(i).isNull()) heights[i]++;
        if (state.has("over")) end();
        think();
    }

    @Override
    public void event(JsonNode event) {
        var body = event.get("body");
        if (body.has("over")) {
            end();
            return;
        }
        if (!body.has("dropped")) return;
        heights[body.get("dropped").get("column").asInt()]++;
        redsTurn = !body.get("dropped").get("disc").asText().equals("red");
        think();
    }

    @Override
    public void denied(String body, String why) {
        resigned = false;
        if (why.equals("over")) end();
        else think();
    }

    /// Not there yet, or over already.
    @Override
    public void refused(String code) {
        if (ended) return;
        if (!been && ++tries < MOST_TRIES) line.again(stay, LATER * tries);
        else look(code);
    }

    private void look(String code) {
        account.get("room", "/v1/rooms/" + stay.room())
                .onComplete(answer -> {
                    boolean found = answer.succeeded() && answer.result().ok();
                    if (found && answer.result().body().path("status").asText().equals("over"))
                        end();
                    else if (been && ++tries < MOST_TRIES) line.again(stay, LATER * tries);
                    else nowhere(code);
                });
    }

    private void nowhere(String code) {
        var what = been ? "could not come back to " : "was given a seat and could not sit in ";
        account.notes().fault(what + stay.room() + ": " + code);
        end();
    }

    private void think() {
        if (thinking || ended || redsTurn != red) return;
        thinking = true;
        long millis = town.isCalm() ? 50 : Pace.around(town.pace().move(), dice);
        town.web()
                .later(millis)
                .onSuccess(_ -> {
                    thinking = false;
                    if (!ended && redsTurn == red) move();
                });
    }

    private void move() {
        if (town.isCalm()) {
            calm();
            return;
        }
        int column = dice.nextInt(COLUMNS);
        while (heights[column] >= ROWS) column = (column + 1) % COLUMNS;
        line.move(stay, "{\"drop\":%d}".formatted(column));
    }

    /// Gives up at once.
    void calm() {
        if (ended || !been || resigned) return;
        resigned = true;
        line.move(stay, "{\"resign\":true}");
    }

    private void end() {
        if (ended) return;
        ended = true;
        town.counts().add("matches played to their end");
        line.exit(stay);
        over.run();
    }
}
