package games.drawbridge.faults.load;

import games.drawbridge.model.room.AckLevel;
import games.drawbridge.model.room.RoomId;
import java.util.List;

/// A room and who is in it.
public record Table(
        RoomId room, String kind, AckLevel level, List<Player> players, Answers answers) {

    boolean isOver() {
        return players.stream().allMatch(Player::isOver);
    }

    /// Whether everybody has everything, and no answer is owed.
    boolean isSettled() {
        return players.stream().allMatch(Player::isSettled)
                && players.stream().mapToLong(Player::seq).distinct().count() == 1;
    }

    /// Whether everybody has everything up to that event.
    public boolean has(long seq) {
        return players.stream().allMatch(it -> it.seq() >= seq);
    }
}
