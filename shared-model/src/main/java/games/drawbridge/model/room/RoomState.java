package games.drawbridge.model.room;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.rating.Skill;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One room's state as its log makes it: the rules' own state, who sits, the newest move of each,
/// the timers. Asking (`sit`, `move`, `leave`, `ring`) decides and applies in one step and answers
/// the entry for the log; `apply` does the same again for an entry that is already there.
///
/// One thread at a time. What was asked but could not be logged makes the whole object worthless:
/// drop it.
public final class RoomState<S, M, E> {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final Rules<S, M, E> rules;
    private final Cause.Opened opened;
    private final Terms terms;
    private final LinkedHashSet<PlayerId> seats = new LinkedHashSet<>();
    private @Nullable List<PlayerId> seated;
    private final LastMoves moves;
    private final Timers timers;
    private final Lately purchases;
    private final Lately notes;
    private final Set<LatestValue.Spot> changes = new LinkedHashSet<>();
    private S state;
    private long seq;
    private long turns;
    private boolean over;

    /// A room at its opening, its maker seated.
    ///
    /// @throws Settings.BadSetting when a setting is not one the kind offers
    public RoomState(Rules<S, M, E> rules, Cause.Opened opened, Instant at) {
        this.rules = rules;
        this.opened = opened;
        this.terms = rules.terms(opened.settings());
        this.purchases = new Lately(Lately.PURCHASES, null);
        this.notes = new Lately(Lately.NOTES, null);
        this.timers = new Timers();
        this.moves = new LastMoves();
        var opening = new Opening(opened.by(), opened.settings(), at, dice());
        this.state = rules.open(opening);
        sitDown(new Stamp(0, at, opened.by()));
        turns = 1;
    }

    /// A room as it was.
    public RoomState(Rules<S, M, E> rules, Memo<S> memo) {
        this.rules = rules;
        this.opened = memo.opened();
        this.terms = rules.terms(opened.settings());
        this.state = memo.state();
        this.purchases = new Lately(Lately.PURCHASES, memo.purchases());
        this.notes = new Lately(Lately.NOTES, memo.notes());
        seats.addAll(memo.seats());
        moves = new LastMoves(memo.lastMoves(), memo.gaps());
        timers = new Timers(memo.timers());
        seq = memo.seq();
        turns = memo.turns();
        over = memo.over();
    }

    /// The room as it is now.
    public Memo<S> memo() {
        return new Memo<>(
                opened,
                state,
                seats(),
                moves.newest(),
                moves.gaps(),
                timers.all(),
                seq,
                turns,
                over,
                purchases.all(),
                notes.orNone());
    }

    /// The first entry of this room's log.
    public Entry<E> firstEntry(Instant at) {
        return new Entry<>(opened, at.toEpochMilli(), 0, List.of(), List.of(), false);
    }

    /// Gives a player a seat. Asking for a player who sits already is a fault.
    public Answer<E> sit(PlayerId player, Instant at) {
        return sit(player, null, at);
    }

    /// The same where the kind asks how well the player plays.
    public Answer<E> sit(PlayerId player, @Nullable Skill skill, Instant at) {
        if (over) return new Answer.Refused<>(Code.RULES, "over");
        if (seats.size() >= terms.seats())
            return new Answer.Refused<>(Code.FULL, "every seat is taken");
        return settle(
                new Cause.Sat(player, skill),
                at,
                () -> rules.admit(state, turn(player, at, false, skill)));
    }

    /// Takes a player's seat back. After the end it matters to nobody, so nothing is logged.
    public Optional<Entry<E>> leave(PlayerId player, Instant at) {
        if (over || !seats.contains(player)) return Optional.empty();
        Decision<E> decision = rules.leave(state, turn(player, at));
        if (decision instanceof Decision.Denied) decision = Decision.accept();
        return Optional.of(accept(new Cause.Left(player), at, (Decision.Accepted<E>) decision));
    }

    /// Asks for a seated player's move. Its id must be new: see [#lastMove].
    public Answer<E> move(PlayerId player, long id, M move, Instant at) {
        return move(player, id, false, move, at);
    }

    /// The same for a player who may look after what others say.
    public Answer<E> move(PlayerId player, long id, boolean moderates, M move, Instant at) {
        if (!seats.contains(player))
            return new Answer.Refused<>(Code.NOT_SEATED, "take a seat first");
        if (over) return new Answer.Refused<>(Code.RULES, "over");
        return settle(
                new Cause.Moved(player, id, moderates),
                at,
                () -> rules.decide(state, move, turn(player, at, moderates, null)));
    }

    /// Rings the first timer that is due. After the end none rings.
    public Optional<Entry<E>> ring(Instant at) {
        return (over ? Optional.<String>empty() : timers.due(at))
                .map(timer -> {
                    Decision<E> decision = rules.timeUp(state, timer, turn(null, at));
                    if (decision instanceof Decision.Denied) decision = Decision.accept();
                    return accept(new Cause.Rang(timer), at, (Decision.Accepted<E>) decision);
                });
    }

    /// Tells the rules what a seated player has bought, once. Where nothing comes of it the answer
    /// is a refusal.
    public Answer<E> bought(Purchase purchase, Instant at) {
        if (over || !sits(purchase.by()) || purchases.has(purchase.id()))
            return new Answer.Refused<>(Code.RULES, "not told");
        return settle(
                new Cause.Bought(purchase.by(), purchase.id(), purchase.goods()),
                at,
                () -> rules.bought(state, purchase.goods(), turn(purchase.by(), at)).orNothing());
    }

    /// Ends the room, if it is not over; the rules say what comes of it.
    public Optional<Entry<E>> close(PlayerId operator, String why, Instant at) {
        if (over) return Optional.empty();
        var cause = new Cause.Closed(operator, why);
        var answer = settle(cause, at, () -> rules.closed(state, turn(null, at)));
        return answer instanceof Answer.Applied<E>(var entry)
                ? Optional.of(entry)
                : Optional.of(accept(cause, at, Decision.accept()));
    }

    /// Tells the rules what another room says, once; a refusal where nothing comes of it.
    public Answer<E> told(Note note, Instant at) {
        if (over || wasTold(note)) return new Answer.Refused<>(Code.RULES, "not told");
        return settle(
                new Cause.Told(note.from(), note.id(), note.returned()),
                at,
                () -> rules.told(state, note, turn(null, at)).orNothing());
    }

    /// Whether it stands in the log that the rules were told this.
    public boolean wasTold(Note note) {
        return notes.has(note.id());
    }

    private Answer<E> settle(Cause cause, Instant at, Supplier<Decision<E>> rule) {
        Decision<E> decision;
        try {
            decision = rule.get();
        } catch (RuntimeException fault) {
            return new Answer.Failed<>(fault);
        }
        return switch (decision) {
            case Decision.Denied<E>(var reason) -> new Answer.Refused<>(Code.RULES, reason);
            case Decision.Accepted<E> accepted -> new Answer.Applied<>(accept(cause, at, accepted));
        };
    }

    private Entry<E> accept(Cause cause, Instant at, Decision.Accepted<E> accepted) {
        var events = accepted.events();
        long after = seq + events.size();
        var entry = new Entry<>(cause, at.toEpochMilli(), after, events, accepted.effects(), false);
        apply(entry);
        return entry.overWhen(over);
    }

    /// Folds one more entry of the log.
    public void apply(Entry<E> entry) {
        Instant at = entry.when();
        switch (entry.cause()) {
            case Cause.Opened _ -> throw new IllegalArgumentException("a room is opened once");
            case Cause.Sat sat -> sitDown(new Stamp(seq, at, sat.by()));
            case Cause.Moved(var by, var id, _) -> moves.add(by, id);
            case Cause.Rang(var timer) -> timers.remove(timer);
            case Cause.Bought(_, var purchase, _) -> purchases.add(purchase);
            case Cause.Told(_, var note, _) -> notes.add(note);
            case Cause.Left _, Cause.Closed _ -> {}
        }
        for (E event : entry.events()) {
            S before = state;
            state = rules.evolve(before, event, new Stamp(++seq, at, entry.cause().by()));
            if (rules instanceof LatestValue<S, M, E> values)
                changes.addAll(values.changed(before, event, state));
        }
        if (entry.cause() instanceof Cause.Left left) getUp(new Stamp(seq, at, left.by()));
        entry.effects().forEach(timers::keep);
        over |= entry.cause() instanceof Cause.Closed || rules.over(state);
        turns++;
    }

    private void sitDown(Stamp stamp) {
        seats.add(stamp.player());
        seated = null;
        state = rules.seated(state, stamp);
    }

    private void getUp(Stamp stamp) {
        seats.remove(stamp.player());
        seated = null;
        moves.forget(stamp.player());
        state = rules.left(state, stamp);
    }

    private Turn turn(@Nullable PlayerId by, Instant at) {
        return turn(by, at, false, null);
    }

    private Turn turn(@Nullable PlayerId by, Instant at, boolean moderates, @Nullable Skill skill) {
        return new Turn(by, at, seats(), opened.settings(), dice(), moderates, skill);
    }

    private RandomGenerator dice() {
        return new SplittableRandom(opened.seed() + turns * GOLDEN);
    }

    /// When the next timer is due.
    public Optional<Instant> nextTimer() {
        return over ? Optional.empty() : timers.next();
    }

    public Kind<S, M, E> kind() {
        return rules.kind();
    }

    public Terms terms() {
        return terms;
    }

    public Cause.Opened opened() {
        return opened;
    }

    public S state() {
        return state;
    }

    /// Where values of a latest-value room may have changed since the last call.
    public List<LatestValue.Spot> drainChanges() {
        if (changes.isEmpty()) return List.of();
        var drained = List.copyOf(changes);
        changes.clear();
        return drained;
    }

    /// The state as a player may see it who wants to hear nothing of some.
    public Object view(@Nullable PlayerId viewer, Blocks blocks) {
        return rules.view(state, viewer, blocks);
    }

    /// An event as a player may see it; the same object for all who see the same.
    public Object show(E event, @Nullable PlayerId viewer) {
        return rules.show(event, viewer);
    }

    /// The newest event's seq; 0 before the first.
    public long seq() {
        return seq;
    }

    /// How many entries there were.
    public long turns() {
        return turns;
    }

    /// Who sits, in the order they sat down.
    public List<PlayerId> seats() {
        if (seated == null) seated = List.copyOf(seats);
        return seated;
    }

    public boolean sits(PlayerId player) {
        return seats.contains(player);
    }

    /// The id of the player's newest applied move; 0 before the first.
    public long lastMove(PlayerId player) {
        return moves.of(player).newest();
    }

    /// Whether the player's move of that id was applied.
    public boolean hasApplied(PlayerId player, long id) {
        return moves.of(player).has(id);
    }

    public boolean over() {
        return over;
    }
}
