package games.drawbridge.model.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.rating.Skill;
import games.drawbridge.model.room.Answer;
import games.drawbridge.model.room.Blocks;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Note;
import games.drawbridge.model.room.Purchase;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.RoomState;
import games.drawbridge.model.room.Rules;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.wallet.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Plays a kind of room without a server, in the words of the game:
///
/// ```java
/// given(new FourInARow(), "ann", "bob")
///         .when("ann", drop(3)).happens(new Dropped(3, 0, RED))
///         .when("ann", drop(3)).denied("not-your-turn");
/// ```
///
/// The first player is the maker. Every step takes one second. Whatever happened is folded again
/// from the log at each step, so rules that decide on anything but their state fail here.
public final class Game<S, M, E> {
    private static final Instant START = Instant.parse("2026-11-01T20:00:00Z");

    private final Rules<S, M, E> rules;
    private final RoomState<S, M, E> room;
    private final List<Entry<E>> log = new ArrayList<>();
    private Instant now = START;
    private long moves;
    private int purchases;
    private int notes;
    private Answer<E> last = new Answer.Refused<>(Code.BAD, "nothing was asked yet");

    private Game(Rules<S, M, E> rules, Settings settings, String maker) {
        this.rules = rules;
        room = new RoomState<>(rules, opened(settings, maker), now);
        log.add(room.firstEntry(now));
    }

    private Cause.Opened opened(Settings settings, String maker) {
        return new Cause.Opened(new PlayerId(maker), rules.kind().name(), settings, 7);
    }

    public static <S, M, E> Game<S, M, E> given(
            Rules<S, M, E> rules, Map<String, Object> settings, String... players) {
        var game = new Game<>(rules, new Settings(settings), players[0]);
        for (int i = 1; i < players.length; i++) game.sits(players[i]);
        return game;
    }

    public static <S, M, E> Game<S, M, E> given(Rules<S, M, E> rules, String... players) {
        return given(rules, Map.of(), players);
    }

    public Game<S, M, E> sits(String player) {
        return asked(room.sit(new PlayerId(player), tick()));
    }

    /// One of whom it is known how well they play.
    public Game<S, M, E> sits(String player, Skill skill) {
        return asked(room.sit(new PlayerId(player), skill, tick()));
    }

    public Game<S, M, E> leaves(String player) {
        room.leave(new PlayerId(player), tick())
                .ifPresent(entry -> asked(new Answer.Applied<>(entry)));
        return this;
    }

    public Game<S, M, E> when(String player, M move) {
        return asked(room.move(new PlayerId(player), ++moves, move, tick()));
    }

    /// The same by a player who looks after what others say.
    public Game<S, M, E> whenModerator(String player, M move) {
        return asked(room.move(new PlayerId(player), ++moves, true, move, tick()));
    }

    /// What a player has bought; each time another purchase.
    public Game<S, M, E> buys(String player, Map<Unit, Long> goods) {
        return hears(new Purchase("purchase" + ++purchases, new PlayerId(player), goods));
    }

    /// What another room says; each time another note.
    public Game<S, M, E> hears(String from, Object said) {
        return asked(room.told(new Note("note" + ++notes, new RoomId(from), said, false), tick()));
    }

    /// What this room said comes back.
    public Game<S, M, E> cannotTell(String from, Object said) {
        return asked(room.told(new Note("note" + ++notes, new RoomId(from), said, true), tick()));
    }

    /// The newest note is told once more.
    public Game<S, M, E> hearsTwice(String from, Object said) {
        return asked(room.told(new Note("note" + notes, new RoomId(from), said, false), tick()));
    }

    /// The newest purchase is told once more.
    public Game<S, M, E> hearsAgain(String player, Map<Unit, Long> goods) {
        return hears(new Purchase("purchase" + purchases, new PlayerId(player), goods));
    }

    private Game<S, M, E> hears(Purchase purchase) {
        return asked(room.bought(purchase, tick()));
    }

    /// Lets time pass and rings what is due.
    public Game<S, M, E> after(Duration time) {
        now = now.plus(time);
        while (room.ring(now).map(entry -> asked(new Answer.Applied<>(entry))).isPresent()) {}
        return this;
    }

    @SafeVarargs
    public final Game<S, M, E> happens(E... events) {
        assertThat(entry().events()).containsExactly(events);
        return this;
    }

    public Game<S, M, E> causes(Effect... effects) {
        assertThat(entry().effects()).contains(effects);
        return this;
    }

    /// No score and no grant came of the last step.
    public Game<S, M, E> causesNothingOutside() {
        assertThat(entry().effects()).noneMatch(Effect.Outward.class::isInstance);
        return this;
    }

    public Game<S, M, E> denied(String reason) {
        return refused(Code.RULES, reason);
    }

    public Game<S, M, E> refused(Code code, String detail) {
        assertThat(last).isEqualTo(new Answer.Refused<>(code, detail));
        return this;
    }

    public Game<S, M, E> over() {
        assertThat(room.over()).isTrue();
        assertThat(log.getLast().over()).isTrue();
        return this;
    }

    public S state() {
        return room.state();
    }

    public Object viewOf(String player) {
        return room.view(new PlayerId(player), Blocks.NONE);
    }

    public Instant now() {
        return now;
    }

    private Entry<E> entry() {
        assertThat(last).isInstanceOf(Answer.Applied.class);
        return ((Answer.Applied<E>) last).entry();
    }

    private Instant tick() {
        return now = now.plusSeconds(1);
    }

    private Game<S, M, E> asked(Answer<E> answer) {
        last = answer;
        if (answer instanceof Answer.Applied<E>(var entry)) log.add(entry);
        var folded = new RoomState<>(rules, room.opened(), log.getFirst().when());
        log.stream().skip(1).forEach(folded::apply);
        assertThat(folded.state()).as("the state folded from the log").isEqualTo(room.state());
        assertThat(folded.seats()).isEqualTo(room.seats());
        assertThat(folded.nextTimer()).isEqualTo(room.nextTimer());
        return this;
    }
}
