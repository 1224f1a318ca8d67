package games.drawbridge.history;

import games.drawbridge.history.Logged.Move;
import games.drawbridge.history.Logged.Place;
import games.drawbridge.model.games.Relay;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.AckLevel;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.wire.NodeFrame.Mode;
import games.drawbridge.model.wire.NodeFrame.Why;
import games.drawbridge.realtime.log.Batch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Judges one room: one pass over its final log, one over its history.
///
/// - I1 what was acknowledged is in the log, where it was said to be; what was denied for good is
///   not
/// - I2 each move is there once, and a player's moves in their order
/// - I3 epochs never go back, and seqs are dense
/// - I4 what each client applied is the log, without change or gap
/// - I5 in the end everybody has everything, and every move its answer
/// - I6 a move acknowledged before another was sent stands before it
/// - I7 every state shown is the log folded up to its seq
/// - I8 nothing is told before it is safe
/// - I9 owners are not fenced more often than the caller allows
/// - I10 nobody is told that something is lost, where nothing may be
public final class Checker {
    private final RoomId room;
    private final Promise promise;
    private final List<Batch> batches;
    private final List<Violation> violations = new ArrayList<>();
    private final Logged log;
    private final States states = new States();
    private final Safety safety;
    private final Map<PlayerId, Follower> followers = new LinkedHashMap<>();

    /// Each move's first sending: how far the log was acknowledged by then, and its body.
    private final Map<Move, Sending> sent = new HashMap<>();

    private final Set<Move> acknowledged = new HashSet<>();
    private final Map<Move, Line.Denied> denied = new LinkedHashMap<>();
    private final Map<Move, Line.Forgot> forgotten = new LinkedHashMap<>();

    /// Position of the last entry that anybody knew to be applied.
    private int known;

    private long told;
    private long resumed;
    private long lost;
    private long takeOvers;
    private long fenced;

    private record Sending(int known, String hash) {}

    private Checker(RoomId room, Promise promise, List<Batch> batches, List<Line> lines) {
        this.room = room;
        this.promise = promise;
        this.batches = batches;
        this.log = new Logged(batches, this::broken);
        boolean known = lines.stream().anyMatch(it -> it instanceof Line.Safe);
        this.safety = new Safety(known ? promise.level() : AckLevel.MEMORY, this::broken);
    }

    /// @param batches the whole log, oldest first
    /// @param lines of the history, by time; those of other rooms are passed over
    public static Verdict judge(
            RoomId room, Promise promise, List<Batch> batches, List<Line> lines) {
        return new Checker(room, promise, batches, lines).judge(lines);
    }

    private Verdict judge(List<Line> lines) {
        lines.forEach(this::line);
        followers.values().forEach(Follower::end);
        var rules = promise.rules();
        if (rules != null)
            states.wrong(rules, batches).forEach(it -> broken(7, "a state of no log: " + it));
        denied.values().forEach(this::mustNotBeThere);
        forgotten.values().forEach(this::mustNotBeThere);
        sent.forEach(this::mustBeBehind);
        if (fenced > promise.mostFenced()) broken(9, "owners were fenced " + fenced + " times");
        return new Verdict(
                List.copyOf(violations),
                sent.size(),
                acknowledged.size(),
                told,
                resumed,
                lost,
                takeOvers,
                fenced);
    }

    private void line(Line line) {
        switch (line) {
            case Line.OfPlayer of when of.room().equals(room) ->
                    ofPlayer(of, followers.computeIfAbsent(of.player(), this::follower));
            case Line.TookOver it when it.room().equals(room) -> takeOvers++;
            case Line.Fenced it when it.room().equals(room) -> fenced++;
            case Line.Safe safe when safe.room().equals(room) -> safety.safe(safe);
            case Line.OfPlayer _, Line.TookOver _, Line.Fenced _, Line.Safe _, Line.Fault _ -> {}
        }
    }

    private Follower follower(PlayerId player) {
        return new Follower(player, log, promise, this::broken);
    }

    private void ofPlayer(Line.OfPlayer line, Follower follower) {
        switch (line) {
            case Line.Sent it -> sent(it, follower);
            case Line.Acknowledged it -> acknowledged(it, follower);
            case Line.Denied it -> denied(it, follower);
            case Line.Forgot it -> {
                follower.forgot(it.id());
                forgotten.put(new Move(it.player(), it.id()), it);
            }
            case Line.Told it -> told(it, follower);
            case Line.Joined it -> joined(it, follower);
            case Line.Left _ -> follower.left();
            case Line.Closed _ -> {}
        }
    }

    private void sent(Line.Sent line, Follower follower) {
        var move = new Move(line.player(), line.id());
        follower.sent(line);
        // another move under an id that was never used up
        if (denied.remove(move) != null) sent.remove(move);
        if (forgotten.remove(move) != null) sent.remove(move);
        sent.putIfAbsent(move, new Sending(known, line.hash()));
    }

    private void acknowledged(Line.Acknowledged line, Follower follower) {
        var move = new Move(line.player(), line.id());
        follower.answered(move);
        acknowledged.add(move);
        var places = log.places(move);
        if (promise.mayLose()) return; // the id may have been another move's before a loss
        if (places.isEmpty()) broken(1, "the log does not have what was acknowledged: " + line);
        else if (places.getFirst().seq() > line.seq())
            broken(1, "stands only at " + places.getFirst().seq() + ": " + line);
        places.forEach(place -> {
            knows(place);
            safety.heard(line, place.epoch(), place.seq());
        });
    }

    private void denied(Line.Denied line, Follower follower) {
        if (line.again()) return;
        var move = new Move(line.player(), line.id());
        follower.answered(move);
        denied.put(move, line);
    }

    private void told(Line.Told line, Follower follower) {
        told++;
        follower.told(line);
        safety.heard(line, line.epoch(), line.seq());
        Long id = line.id();
        if (id == null || !line.player().equals(line.by())) return;
        var move = new Move(line.player(), id);
        follower.answered(move);
        acknowledged.add(move);
        log.places(move).stream()
                .filter(place -> place.epoch() == line.epoch())
                .forEach(this::knows);
    }

    private void joined(Line.Joined line, Follower follower) {
        follower.joined(line);
        if (promise.mayLose() && line.mode() != Mode.RESUMED) forgetAfter(line);
        if (line.why() == Why.LOST) lost++;
        if (line.mode() == Mode.RESUMED) resumed++;
        else if (line.state() != null && !follower.hasStrayed() && wasKept(line)) states.add(line);
    }

    /// Whether all that the owner knew by then is in the log: that a seat was lost is seen by no
    /// position, but then it wrote no further event.
    private boolean wasKept(Line.Joined line) {
        return !promise.mayLose()
                || log.event(line.seq() + 1).filter(it -> it.epoch() == line.epoch()).isPresent();
    }

    /// What is lost has given its ids back.
    private void forgetAfter(Line.Joined line) {
        sent.keySet()
                .removeIf(it -> it.player().equals(line.player()) && it.id() > line.lastMove());
    }

    private void knows(Place place) {
        known = Math.max(known, place.position());
    }

    private void mustNotBeThere(Line.Denied line) {
        var move = new Move(line.player(), line.id());
        if (!log.places(move).isEmpty() && !acknowledged.contains(move))
            broken(1, "was denied for good and stands in the log: " + line);
    }

    private void mustNotBeThere(Line.Forgot line) {
        var move = new Move(line.player(), line.id());
        if (!log.places(move).isEmpty() && !acknowledged.contains(move))
            broken(1, "was taken back and stands in the log: " + line);
    }

    private void mustBeBehind(Move move, Sending first) {
        var places = log.places(move);
        if (places.isEmpty()) return;
        var place = places.getFirst();
        if (place.position() <= first.known())
            broken(6, move + " stands at seq " + place.seq() + ", before what it followed");
        if (promise.rules() instanceof Relay && !first.hash().equals(place.hash()))
            broken(1, move + " stands there with another body, at seq " + place.seq());
    }

    private void broken(int invariant, String what) {
        violations.add(new Violation(invariant, room, what));
    }
}
