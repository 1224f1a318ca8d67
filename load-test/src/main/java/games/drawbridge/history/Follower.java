package games.drawbridge.history;

import games.drawbridge.history.Logged.Move;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wire.NodeFrame.Mode;
import games.drawbridge.model.wire.NodeFrame.Why;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// One player's way through a room's log.
final class Follower {
    private final PlayerId player;
    private final Logged log;
    private final Promise promise;
    private final BiConsumer<Integer, String> violation;

    /// Newest event applied; -1 before the first `joined`.
    private long seq = -1;

    /// When the log's last event was applied, for the last time.
    private long reachedAt;

    /// The first thing seen that the log does not have, and of which no reset has told yet.
    private @Nullable Line strayed;

    private boolean left;
    private final Set<Long> unanswered = new TreeSet<>();

    Follower(PlayerId player, Logged log, Promise promise, BiConsumer<Integer, String> violation) {
        this.player = player;
        this.log = log;
        this.promise = promise;
        this.violation = violation;
    }

    void sent(Line.Sent sent) {
        left = false;
        unanswered.add(sent.id());
    }

    void answered(Move move) {
        unanswered.remove(move.id());
    }

    void forgot(long id) {
        unanswered.remove(id);
    }

    void left() {
        left = true;
    }

    void told(Line.Told told) {
        if (told.seq() != seq + 1) broken(4, "event " + told.seq() + " came after " + seq);
        boolean kept = log.event(told.seq()).filter(event -> event.is(told)).isPresent();
        if (kept && strayed != null) {
            broken(4, "went on to " + told.seq() + " though this was lost: " + strayed);
            strayed = null;
        }
        if (!kept) strays(told);
        at(told.seq(), told.at());
    }

    void joined(Line.Joined joined) {
        left = false;
        unanswered.removeIf(id -> id <= joined.lastMove());
        if (joined.why() == Why.LOST && !promise.mayLose())
            broken(10, "was told that something is lost: " + joined);
        if (joined.mode() == Mode.RESUMED) {
            if (seq < 0) broken(4, "went on, and had not been there: " + joined);
            return;
        }
        if (joined.mode() == Mode.FRESH) unanswered.clear();
        strayed = null;
        if (!log.has(joined.epoch(), joined.seq())) strays(joined);
        at(joined.seq(), joined.at());
    }

    boolean hasStrayed() {
        return strayed != null;
    }

    private void strays(Line line) {
        if (!promise.mayLose())
            broken(4, "saw what the log does not have: " + line + ", it has " + log.event(seq + 1));
        else if (strayed == null) strayed = line;
    }

    private void at(long next, long at) {
        if (next >= log.head() && seq < log.head()) reachedAt = at;
        seq = next;
    }

    /// Whether the player has everything at the end.
    void end() {
        if (left) return;
        if (strayed != null) broken(5, "was never told that this was lost: " + strayed);
        else if (seq != log.head()) broken(5, "stays at " + seq + " of " + log.head());
        else if (reachedAt > promise.convergedBy())
            broken(5, "was there only at " + reachedAt + " ns");
        if (!unanswered.isEmpty()) broken(5, "never got an answer to " + unanswered);
    }

    private void broken(int invariant, String what) {
        violation.accept(invariant, player + " " + what);
    }
}
