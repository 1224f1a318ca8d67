package games.drawbridge.bots;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// One player of one game of four-in-a-row, from their seat to its end: random moves, some of them
/// foolish, and now and then a tunnel.
final class FourInARowGame {
    private static final int ROWS = 6;
    private static final int COLUMNS = 7;

    private final RoomClient room;
    private final RandomGenerator dice;
    private final double tunnels;
    private final int[] heights = new int[COLUMNS];
    private final List<Long> acknowledged = new ArrayList<>();
    private final boolean red;
    private boolean redsTurn;
    private int cuts;

    /// @param tunnels how likely the socket is cut after a move, 0–1
    FourInARowGame(RoomClient room, RandomGenerator dice, double tunnels) {
        this.room = room;
        this.dice = dice;
        this.tunnels = tunnels;
        this.red = room.state().at("/players/red").asText().equals(room.account().player());
        see(room.state());
    }

    private void see(JsonNode state) {
        redsTurn = state.path("turn").asText().equals("red");
        Arrays.fill(heights, 0);
        for (JsonNode row : state.get("board"))
            for (int i = 0; i < COLUMNS; i++) if (!row.get(i).isNull()) heights[i]++;
    }

    /// @param acknowledged ids of the moves that the node said were applied
    record Played(RoomClient room, List<Long> acknowledged, JsonNode result, int cuts) {}

    Played play() {
        long asked = 0;
        while (true) {
            if (redsTurn == red && asked == 0) asked = ask();
            JsonNode frame = room.next();
            boolean mine =
                    frame.path("id").asLong() == asked
                            && (!frame.has("by")
                                    || frame.get("by").asText().equals(room.account().player()));
            switch (frame.get("t").asText()) {
                case "event" -> {
                    if (mine && !acknowledged.contains(asked)) acknowledged.add(asked);
                    if (frame.at("/body/over").isObject())
                        return new Played(room, acknowledged, frame.at("/body/over"), cuts);
                    dropped(frame.at("/body/dropped"));
                    asked = 0;
                }
                case "joined" -> {
                    see(room.state());
                    var over = room.state().path("over");
                    if (over.isObject()) return new Played(room, acknowledged, over, cuts);
                    if (!room.waits(asked)) asked = 0;
                }
                case "ack" -> acknowledged.add(frame.get("id").asLong());
                default -> asked = denied(frame, asked);
            }
        }
    }

    /// Before the second player sits, and when it is too quick, the same move is asked for again.
    private long denied(JsonNode denial, long asked) {
        if (denial.has("retryIn")) {
            room.againLater(denial);
            return asked;
        }
        if (denial.get("detail").asText().equals("not-started")) Pause.millis(50);
        return 0;
    }

    private long ask() {
        int column = dice.nextInt(-1, COLUMNS + 1);
        if (column < 0 || column >= COLUMNS || heights[column] == ROWS)
            column = dice.nextInt(COLUMNS);
        long id = room.move("{\"drop\":%d}".formatted(column));
        if (dice.nextDouble() < tunnels) {
            cuts++;
            room.cutAndReturn(dice.nextBoolean());
        }
        return id;
    }

    private void dropped(JsonNode dropped) {
        heights[dropped.get("column").asInt()]++;
        redsTurn = !dropped.get("disc").asText().equals("red");
    }
}
