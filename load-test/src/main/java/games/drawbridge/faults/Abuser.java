package games.drawbridge.faults;

import games.drawbridge.bots.Closed;
import games.drawbridge.bots.GameSocket;
import games.drawbridge.faults.load.Gate;
import games.drawbridge.faults.load.Waiting;
import games.drawbridge.model.room.RoomId;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// A client that sends far more than it may, and comes back at once when it is cut off.
final class Abuser implements Runnable {
    /// Moves in one go, every 20 ms.
    private static final int MOVES = 10;

    private final Gate gate;
    private final RoomId room;
    private final String player;
    private volatile boolean stopped;
    private volatile @Nullable Long cutAt;
    private long id;

    Abuser(Gate gate, RoomId room, String player) {
        this.gate = gate;
        this.room = room;
        this.player = player;
    }

    @Override
    public void run() {
        while (!stopped)
            try {
                var token = gate.accounts().apply(player).token();
                var seat = gate.api().post("/v1/rooms/" + room + "/join", token, "{}").ok();
                var url = gate.roads().apply(URI.create(seat.get("url").asText()));
                try (var socket = GameSocket.open(gate.api().http(), url)) {
                    socket.send(
                            "{\"t\":\"hello\",\"ticket\":\"%s\"}\n{\"t\":\"join\",\"room\":\"%s\"}"
                                    .formatted(seat.get("ticket").asText(), room));
                    flood(socket);
                    socket.send("{\"t\":\"leave\",\"room\":\"%s\"}".formatted(room));
                }
            } catch (Closed closed) {
                if (closed.code() == 4408 && cutAt == null) cutAt = System.nanoTime();
            } catch (CompletionException | IllegalStateException _) {
                Waiting.millis(100);
            }
    }

    private void flood(GameSocket socket) {
        while (!stopped && !socket.isClosed()) {
            for (int i = 0; i < MOVES; i++)
                socket.send(
                        "{\"t\":\"move\",\"room\":\"%s\",\"id\":%d,\"body\":{\"abuse\":%d}}"
                                .formatted(room, ++id, id));
            while (socket.poll() != null) {
                // nobody listens
            }
            Waiting.millis(20);
        }
        if (socket.isClosed()) throw new Closed(socket.closeCode());
    }

    void stop() {
        stopped = true;
    }

    /// When it was cut off for the first time, in nanoseconds.
    OptionalLong cutAt() {
        return Optional.ofNullable(cutAt).stream().mapToLong(it -> it).findFirst();
    }
}
