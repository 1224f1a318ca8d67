package games.drawbridge.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.RoomId;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Where a player's client goes next: back with its resume token, to where it was sent, or through
/// the join call.
final class Route {
    private static final int FIRST_PAUSE = 100;
    private static final int LONGEST_PAUSE = 5_000;

    /// Sockets in a row that were just lost, before the join call is asked.
    private static final int MOST_LOST = 2;

    private final Gate gate;
    private final PlayerId player;
    private final RoomId room;
    private final RandomGenerator dice;
    private @Nullable URI url;
    private @Nullable String ticket;
    private @Nullable String resume;
    private int lost;
    private int pauses;

    /// What is said first, and where.
    record Hello(URI url, String frame) {
        static Hello with(String by, String secret, URI url) {
            return new Hello(url, "{\"t\":\"hello\",\"%s\":\"%s\"}".formatted(by, secret));
        }
    }

    /// The room is over: there is nowhere to go.
    static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// The join call gave no seat for now.
    static final class Away extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Away(String why) {
            super(why);
        }
    }

    /// @param seat that the player has already
    Route(
            Gate gate,
            PlayerId player,
            RoomId room,
            @Nullable JsonNode seat,
            Duration patience,
            RandomGenerator dice) {
        this.gate = gate;
        this.player = player;
        this.room = room;
        this.dice = dice;
        if (seat != null) moved(seat.get("url").asText(), seat.get("ticket").asText());
    }

    Hello next() {
        var at = url;
        var token = resume;
        if (ticket == null && at != null && token != null) return Hello.with("resume", token, at);
        if (ticket == null) seat();
        var secret = String.valueOf(ticket);
        ticket = null;
        return Hello.with("ticket", secret, Objects.requireNonNull(url));
    }

    private void seat() {
        var token = gate.accounts().apply(player.value()).token();
        try {
            var reply = gate.api().post("/v1/rooms/" + room + "/join", token, "{}");
            if (reply.body().path("code").asText().equals("room-over")) throw new Over();
            if (reply.status() != 200) throw new Away(reply.status() + " " + reply.body());
            moved(reply.body().get("url").asText(), reply.body().get("ticket").asText());
        } catch (UncheckedIOException nobody) {
            throw new Away(nobody.toString());
        }
    }

    /// The room is now there.
    void moved(String to, String with) {
        url = gate.roads().apply(URI.create(to));
        ticket = with;
        resume = null;
    }

    void welcome(String token) {
        resume = token;
    }

    void joined() {
        lost = 0;
        pauses = 0;
    }

    void closed(int code) {
        boolean ours = code / 100 == 41;
        boolean lostOnly = code < 4100 && ++lost <= MOST_LOST;
        if (ticket == null && !ours && !lostOnly) resume = null;
    }

    /// Full jitter, doubling.
    void pause() {
        if (ticket != null) return; // we were told where to go
        int ceiling = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(pauses++, 10));
        try {
            Thread.sleep(dice.nextInt(ceiling));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A random moment within so many milliseconds, in nanoseconds.
    long within(long millis) {
        return 1_000_000 * dice.nextLong(Math.max(1, millis));
    }
}
