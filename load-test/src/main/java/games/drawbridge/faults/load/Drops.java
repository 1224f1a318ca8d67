package games.drawbridge.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Plays four-in-a-row, without looking far.
final class Drops implements Mind {
    private static final int ROWS = 6;
    private static final int COLUMNS = 7;

    private final String player;
    private final RandomGenerator dice;
    private final int[] heights = new int[COLUMNS];
    private boolean red;
    private boolean redsTurn;
    private boolean over;

    Drops(String player, RandomGenerator dice) {
        this.player = player;
        this.dice = dice;
    }

    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public void state(JsonNode state) {
        redsTurn = state.path("turn").asText().equals("red");
        red = state.at("/players/red").asText().equals(player);
        over = state.path("over").isObject();
        Arrays.fill(heights, 0);
        for (JsonNode row : state.get("board"))
            for (int i = 0; i < COLUMNS; i++) if (!row.get(i).isNull()) heights[i]++;
    }

    @Override
    public void event(JsonNode body) {
        if (body.has("over")) over = true;
        var dropped = body.path("dropped");
        if (dropped.isMissingNode()) return;
        heights[dropped.get("column").asInt()]++;
        redsTurn = !dropped.get("disc").asText().equals("red");
    }

    @Override
    public Optional<String> move() {
        if (over || redsTurn != red) return Optional.empty();
        int column = dice.nextInt(COLUMNS);
        while (heights[column] >= ROWS) column = dice.nextInt(COLUMNS);
        return Optional.of("{\"drop\":%d}".formatted(column));
    }

    @Override
    public boolean over() {
        return over;
    }
}
