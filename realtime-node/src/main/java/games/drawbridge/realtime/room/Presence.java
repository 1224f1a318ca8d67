package games.drawbridge.realtime.room;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Blocks;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Standing;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.model.wire.NodeFrame.Member.Status;
import games.drawbridge.model.wire.WireLimits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A seated player as the owner sees them: linked or away, told up to where, and what their moves
/// came to.
final class Presence {

    /// How events reach the link.
    enum Feed {
        /// There is no link, or its `joined` still waits behind the gate.
        NONE,
        /// Not before it has got from the log what it missed.
        REPLAYING,
        /// As they happen.
        LIVE,
        /// Not for now: the link cannot take more.
        BEHIND,
        /// From the log again, until it has caught up.
        CATCHING_UP
    }

    final PlayerId player;
    @Nullable Link link;
    Feed feed = Feed.NONE;

    /// What of a latest-value room the player looks at.
    Set<String> cells = Set.of();

    /// How often the player has joined: what an earlier join is told comes too late. A session that
    /// came back through another socket is still the same link.
    long joins;

    /// From where its last join wanted to go on.
    @Nullable Position from;

    /// Newest event told.
    long sent;

    /// The newest safe event when the log was last asked for what the link misses.
    long asked;

    /// Until when the seat is kept while there is no link.
    Instant heldUntil;

    /// Newest move id that is used up, applied or denied.
    long answered;

    /// Newest move id whose entry is safe.
    long applied;

    /// Answers that wait behind the gate.
    int unanswered;

    /// Whether the first move may leave ids out: an earlier owner's denials are in no log.
    boolean mayJump;

    /// Answers given during a replay, for after it.
    final List<NodeFrame> held = new ArrayList<>();

    private final LinkedHashMap<Long, NodeFrame> answers =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, NodeFrame> eldest) {
                    return size() > WireLimits.UNANSWERED;
                }
            };

    Presence(PlayerId player, long lastMove, Instant heldUntil) {
        this.player = player;
        this.answered = lastMove;
        this.applied = lastMove;
        this.heldUntil = heldUntil;
    }

    void unlink(Instant until) {
        link = null;
        feed = Feed.NONE;
        held.clear();
        heldUntil = until;
    }

    /// What a repeat of this move is answered; nothing when it is new, or too old to be asked
    /// about.
    Optional<NodeFrame> answer(long id) {
        return Optional.ofNullable(answers.get(id));
    }

    void answered(long id, NodeFrame repeat) {
        answered = id;
        answers.put(id, repeat);
    }

    /// The first move that a new owner hears of is the oldest that the player has no answer to.
    void hear(long id) {
        if (mayJump) answered = Math.max(answered, id - 1);
        mayJump = false;
    }

    boolean isNext(long id) {
        return id == answered + 1;
    }

    /// Begins with what is applied: a client that forgot its state also forgot what was denied.
    void startOver(long lastMove) {
        answered = lastMove;
        answers.keySet().removeIf(id -> id > lastMove);
    }

    boolean isLinkedTo(Link other) {
        return Objects.equals(link, other);
    }

    boolean isEntering() {
        return feed == Feed.NONE || feed == Feed.REPLAYING;
    }

    boolean hears(long seq) {
        return feed == Feed.LIVE && sent < seq;
    }

    /// What the player is beside a player, as their newest ticket says.
    Standing standing(RoomId room) {
        return link == null ? Standing.PLAYER : link.standing(room);
    }

    /// Of whom the player wants to hear nothing, as their newest ticket says.
    Blocks blocks(RoomId room) {
        return standing(room).blocks();
    }

    NodeFrame.Member.Seat seat() {
        return new NodeFrame.Member.Seat(player, status());
    }

    NodeFrame.Member frame(RoomId room) {
        return new NodeFrame.Member(room, player, status());
    }

    private Status status() {
        return link == null ? Status.AWAY : Status.HERE;
    }
}
