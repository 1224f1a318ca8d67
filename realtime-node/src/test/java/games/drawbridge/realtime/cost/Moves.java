package games.drawbridge.realtime.cost;

import java.util.ArrayList;
import java.util.List;

/// Four players in one room who move in turn, each move told to all of them. Nobody may move much,
/// so others come after them: a *generation* is four players and eighty moves.
final class Moves {
    private static final int SEATS = 4;

    /// What a player may move at once.
    static final int EACH = 20;

    /// With the move's frame around it, what a game's move is about.
    private static final String BODY = "{\"m\":\"" + "x".repeat(92) + "\"}";

    private final Hall hall;
    private int generation;

    Moves(Hall hall) {
        this.hall = hall;
    }

    /// Plays so many generations.
    ///
    /// @return bytes that the event loop allocated for each move
    double play(int generations) {
        long bytes = 0;
        for (int i = 0; i < generations; i++) bytes += play();
        return (double) bytes / (generations * SEATS * EACH);
    }

    private long play() {
        var players = enter();
        long before = hall.allocated();
        for (int n = 1; n <= EACH; n++)
            for (var mover : players) {
                mover.say(move(n));
                players.forEach(it -> it.hear("event"));
            }
        long bytes = hall.allocated() - before;
        leave(players);
        return bytes;
    }

    List<Player> enter() {
        var players = new ArrayList<Player>();
        for (int seat = 0; seat < SEATS; seat++) {
            var name = generation == 0 && seat == 0 ? "p0" : "p" + generation + "-" + seat;
            var player = new Player(name, hall.port());
            player.say("{\"t\":\"hello\",\"ticket\":\"" + hall.ticket(name) + "\"}");
            player.hear("welcome");
            player.say("{\"t\":\"join\",\"room\":\"" + hall.room() + "\"}");
            player.hear("joined");
            players.add(player);
        }
        generation++;
        return players;
    }

    String move(int n) {
        return "{\"t\":\"move\",\"room\":\"%s\",\"id\":%d,\"body\":%s}"
                .formatted(hall.room(), n, BODY);
    }

    void leave(List<Player> players) {
        for (var player : players) {
            player.say("{\"t\":\"leave\",\"room\":\"" + hall.room() + "\"}");
            var left = "\"player\":\"" + player.name() + "\",\"status\":\"left\"";
            String heard = player.hear();
            while (!heard.contains(left)) heard = player.hear();
            player.close();
        }
    }
}
