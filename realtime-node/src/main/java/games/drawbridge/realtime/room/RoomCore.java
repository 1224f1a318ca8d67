package games.drawbridge.realtime.room;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.rating.Skill;
import games.drawbridge.model.room.AckLevel;
import games.drawbridge.model.room.Answer;
import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.RoomState;
import games.drawbridge.model.wire.CloseCode;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.model.wire.NodeFrame.Member.Status;
import games.drawbridge.realtime.log.Batch;
import games.drawbridge.realtime.placement.Placement;
import games.drawbridge.realtime.placement.RoomsTable.Summary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a room's owner does about everything that can come to it. Pure: no thread, no clock, no
/// I/O; the same inputs at the same times give the same outputs, so a room can be simulated from a
/// seed.
final class RoomCore<S, M, E> {
    private static final String FAULT = "the rules of this room failed";

    private final RoomId room;
    private final boolean listable;
    private final Game<S, M, E> game;
    private final RoomState<S, M, E> state;
    private final Gate gate;
    private final Snapshots<S, M, E> snapshots;
    private final Crowd crowd;
    private final Feeds<S, M, E> feeds;
    private final Patches<S, M, E> patches;
    private final Turnstile turnstile;
    private final Outside<S, M, E> outside;
    private boolean over;

    /// A room as its log left it. Everybody who sits is away until they join again.
    RoomCore(
            Placement placement,
            Game<S, M, E> game,
            RoomState<S, M, E> state,
            History history,
            Gate gate,
            Snapshots<S, M, E> snapshots,
            Instant now) {
        this.room = placement.room();
        this.listable = placement.listable();
        this.snapshots = snapshots;
        this.game = game;
        this.state = state;
        this.gate = gate;
        this.crowd = new Crowd(room, gate, state.terms().crowded());
        this.feeds = new Feeds<>(room, game, state, history, gate, crowd, placement.epoch());
        this.patches = new Patches<>(room, game, state, gate, crowd);
        this.turnstile = new Turnstile(room, state, gate, crowd, feeds);
        this.outside = new Outside<>(game, state, gate, crowd, this::accept);
        this.over = state.over();
        boolean isNew = !gate.isClear(); // its opening still has to be logged
        for (var player : state.seats()) {
            var heldUntil = now.plus(state.terms().hold());
            var presence = crowd.sitDown(player, state.lastMove(player), heldUntil);
            presence.mayJump = !isNew;
        }
    }

    /// Takes one input in and answers what is to be done about it.
    List<Out> on(In in, Instant now) {
        switch (in) {
            case In.Join(var link, var position) -> join(link, position, now);
            case In.Rejoin(var link, var position) -> rejoin(link, position, now);
            case In.Move(var link, var id, var body) ->
                    turnstile.next(link, id, now).ifPresent(mover -> move(mover, id, body, now));
            case In.BadMove(var link, var id, var code, var detail) ->
                    turnstile
                            .next(link, id, now)
                            .ifPresent(mover -> turnstile.deny(mover, id, code, detail));
            case In.Leave(var link) -> crowd.of(link).ifPresent(leaver -> leave(leaver, now));
            case In.Gone(var link) -> crowd.of(link).ifPresent(gone -> away(gone, now));
            case In.Behind(var link) -> crowd.of(link).ifPresent(feeds::behind);
            case In.Drained(var link, var seq) ->
                    crowd.of(link)
                            .filter(back -> !patches.drained(back, seq))
                            .ifPresent(back -> feeds.drained(back, seq));
            case In.Replayed(var link, var batches) ->
                    crowd.of(link).ifPresent(back -> feeds.replay(back, batches));
            case In.Stored(var n) -> {
                gate.stored(n);
                snapshots.stored(n).ifPresent(it -> crowd.want(new Out.Keep(it)));
            }
            case In.Bought(var purchase) -> outside.bought(purchase, now);
            case In.Noted(var notes) -> notes.forEach(note -> outside.told(note, now));
            case In.Seen(var note) -> outside.seen(note, now);
            case In.Close(var operator, var why) ->
                    state.close(operator, why, now).ifPresent(this::end);
            case In.Tick _ -> tick(now);
        }
        patches.flush(now);
        gate.flush(now).ifPresent(this::append);
        return crowd.drain();
    }

    private void append(Batch batch) {
        if (!gate.isBuilding()) snapshots.sent(batch);
        crowd.want(new Out.Append(batch));
    }

    // ---- joining and leaving ----

    private void join(Link link, @Nullable Position position, Instant now) {
        // closed: over, though no player can see it by the state
        boolean isClosed = state.over() && !game.rules().over(state.state());
        if (isClosed) gate.then(() -> crowd.close(link, CloseCode.ROOM_OVER));
        else enter(link, position, now);
    }

    private void enter(Link link, @Nullable Position position, Instant now) {
        crowd.of(link.player())
                .or(() -> sitDown(link, now))
                .ifPresent(presence -> {
                    Link before = presence.link;
                    if (before == null) crowd.tellOthers(presence.player, Status.HERE);
                    else if (!before.equals(link)) crowd.close(before, CloseCode.ELSEWHERE);
                    crowd.link(presence, link);
                    feeds.enter(presence, link, position);
                    patches.enter(presence);
                });
    }

    private void rejoin(Link link, Position position, Instant now) {
        boolean seatIsTaken =
                crowd.of(link.player())
                        .filter(presence -> presence.link != null && !presence.isLinkedTo(link))
                        .isPresent();
        if (seatIsTaken) crowd.close(link, CloseCode.ELSEWHERE);
        else join(link, position, now);
    }

    private Optional<Presence> sitDown(Link link, Instant now) {
        switch (state.sit(link.player(), skill(link), now)) {
            case Answer.Applied<E>(var entry) -> accept(entry);
            case Answer.Refused<E>(var code, var detail) -> {
                gate.then(() -> crowd.tell(link, new NodeFrame.Problem(code, detail, room)));
                return Optional.empty();
            }
            case Answer.Failed<E>(var fault) -> {
                crowd.want(new Out.Fault(fault));
                crowd.tell(link, new NodeFrame.Problem(Code.INTERNAL, FAULT, room));
                return Optional.empty();
            }
        }
        return Optional.of(crowd.sitDown(link.player(), 0, now));
    }

    /// How well somebody plays, where the kind asks: a lobby's name is its mode.
    private @Nullable Skill skill(Link link) {
        return game.rules().asksForSkill() ? link.standing(room).skills().get(room.name()) : null;
    }

    private void leave(Presence presence, Instant now) {
        state.leave(presence.player, now).ifPresent(this::accept);
        crowd.remove(presence);
        patches.leave(presence);
        crowd.tellOthers(presence.player, Status.LEFT);
        crowd.answer(presence, new NodeFrame.Member(room, presence.player, Status.LEFT));
    }

    private void away(Presence presence, Instant now) {
        patches.leave(presence);
        crowd.unlink(presence, now.plus(state.terms().hold()));
        crowd.tellOthers(presence.player, Status.AWAY);
    }

    private void tick(Instant now) {
        for (var rung = state.ring(now); rung.isPresent(); rung = state.ring(now))
            accept(rung.get());
        if (crowd.heldUntil().isAfter(now)) return;
        crowd.all().stream()
                .filter(presence -> presence.link == null && !presence.heldUntil.isAfter(now))
                .forEach(presence -> leave(presence, now));
    }

    /// Everybody has to go: nothing that they could see says that it is over.
    private void end(Entry<E> entry) {
        accept(entry);
        gate.then(() -> crowd.links().forEach(it -> crowd.close(it, CloseCode.ROOM_OVER)));
    }

    // ---- moves ----

    private void move(Presence mover, long id, Json body, Instant now) {
        try {
            M move = game.move(body);
            if (patches.look(mover, move)) {
                ack(mover, new NodeFrame.Ack(room, id, feeds.told()));
                return;
            }
            var standing = mover.standing(room);
            if (standing.isSilent(now) && game.rules().isTalk(move)) {
                turnstile.deny(mover, id, Code.BANNED, "you may not say anything here now");
                return;
            }
            switch (state.move(mover.player, id, standing.moderates(), move, now)) {
                case Answer.Applied<E>(var entry) -> applied(mover, id, entry);
                case Answer.Refused<E>(var code, var detail) ->
                        turnstile.deny(mover, id, code, detail);
                case Answer.Failed<E>(var fault) -> {
                    crowd.want(new Out.Fault(fault));
                    turnstile.deny(mover, id, Code.INTERNAL, FAULT);
                }
            }
        } catch (Game.BadMove bad) {
            turnstile.deny(mover, id, Code.BAD, bad.detail);
        }
    }

    private void ack(Presence mover, NodeFrame.Ack ack) {
        mover.answered(ack.id(), ack);
        crowd.answer(mover, ack);
    }

    private void applied(Presence mover, long id, Entry<E> entry) {
        var ack = new NodeFrame.Ack(room, id, entry.seq());
        mover.answered(id, ack);
        mover.unanswered++;
        accept(entry);
        gate.then(() -> {
            mover.unanswered--;
            mover.applied = id;
        });
        if (entry.events().isEmpty() || game.tellsValues()) crowd.answer(mover, ack);
    }

    /// Logs what was decided, and tells it once the log has it.
    private void accept(Entry<E> entry) {
        var logged = game.logged(entry);
        feeds.logged(logged);
        patches.happened();
        gate.log(logged);
        gate.then(() -> {
            over = logged.over();
            feeds.happened(entry, logged);
            if (entry.goesOut())
                crowd.want(new Out.Carry(logged, crowd.trace(logged.cause().by())));
        });
    }

    // ---- about the room ----

    /// The newest event that its players are told.
    long told() {
        return feeds.told();
    }

    boolean over() {
        return over;
    }

    /// What those who look for a room are told of this one.
    ///
    /// @param dealt whether nothing that other rooms told is under way: not over before that
    Summary summary(boolean dealt) {
        boolean hasFreeSeat = players() < state.terms().seats();
        boolean listed = listable && !over && hasFreeSeat && crowd.isWatched();
        return new Summary(players(), feeds.head(), over && dealt, listed, game.version());
    }

    /// Whether only the lease keeps another owner from writing as well.
    boolean isUnfenced() {
        return state.terms().ack() == AckLevel.MEMORY;
    }

    int players() {
        return crowd.size();
    }

    List<PlayerId> seats() {
        return state.seats();
    }

    /// Whether its rules hear what other rooms tell.
    boolean hears() {
        return game.rules().kind().note() != null;
    }

    List<Link> links() {
        return crowd.links();
    }

    /// Whether everything that was decided is safe.
    boolean isClear() {
        return gate.isClear();
    }

    /// Whether anybody is linked to it.
    boolean isWatched() {
        return crowd.isWatched();
    }

    /// When time alone will change something; [Instant#MAX] for never.
    Instant nextTick() {
        var timer = state.nextTimer().orElse(Instant.MAX);
        return earlier(timer, earlier(patches.nextFlush(), crowd.heldUntil()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return other.isBefore(one) ? other : one;
    }

    /// Whether nobody would miss the room if it were closed until somebody asks for it again. Seats
    /// are held for a game that goes on.
    boolean isIdle() {
        boolean isQuiet = gate.isClear() && !crowd.isWatched();
        return isQuiet && (over || nextTick().equals(Instant.MAX));
    }
}
