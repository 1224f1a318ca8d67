package games.drawbridge.faults.load;

import games.drawbridge.model.player.PlayerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// When a room answered whom: how long each move took, and since when the room serves again. One
/// for all players of a room.
public final class Answers {
    private final List<Answer> all = new ArrayList<>();
    private final Map<PlayerId, Long> away = new HashMap<>();
    private long from = Long.MAX_VALUE;
    private boolean onlyNew;
    private long first;

    /// Nanoseconds of the monotonic clock.
    ///
    /// @param sentAt when the move was sent for the first time
    /// @param triedAt for the last time
    public record Answer(long sentAt, long triedAt, long at) {
        public long took() {
            return at - sentAt;
        }
    }

    /// Waits for the room to serve again.
    ///
    /// @param nanos since when
    /// @param toNewOnly whether an answer to what was sent before may just have been on its way
    public synchronized void await(long nanos, boolean toNewOnly) {
        from = nanos;
        onlyNew = toNewOnly;
        first = 0;
    }

    synchronized void add(Answer answer) {
        all.add(answer);
        if (first == 0 && answer.at() >= from && (!onlyNew || answer.triedAt() >= from))
            first = answer.at();
    }

    /// Nanoseconds from what was awaited to the first answer; -1 when there was none yet.
    public synchronized long served() {
        return first == 0 ? -1 : first - from;
    }

    synchronized void away(PlayerId player, long at) {
        away.put(player, at);
    }

    /// When the room said for the last time that this player is away, in nanoseconds; 0 for never.
    public synchronized long awayAt(PlayerId player) {
        return away.getOrDefault(player, 0L);
    }

    /// Those to moves that were first sent in that time.
    public synchronized List<Answer> sentIn(long since, long until) {
        return all.stream().filter(it -> it.sentAt() >= since && it.sentAt() < until).toList();
    }
}
