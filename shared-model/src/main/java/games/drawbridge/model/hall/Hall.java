package games.drawbridge.model.hall;

import static games.drawbridge.model.room.Decision.accept;
import static games.drawbridge.model.room.Decision.deny;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import games.drawbridge.model.chat.Words;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.AckLevel;
import games.drawbridge.model.room.Decision;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.Kind;
import games.drawbridge.model.room.Known;
import games.drawbridge.model.room.Opening;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.room.Stamp;
import games.drawbridge.model.room.Terms;
import games.drawbridge.model.room.Turn;
import games.drawbridge.model.room.WellKnown;
import games.drawbridge.model.wallet.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A clan's hall, `clan:ID`: for its members only.
public final class Hall implements WellKnown<HallState, Hall.Move, Hall.Event> {
    private static final Unit GOLD = new Unit("gold");
    private static final Pattern CLAN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Words words;

    /// @param words that the title does not want
    public Hall(Words words) {
        this.words = words;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Announce.class, name = "announce"),
        @JsonSubTypes.Type(value = Ask.class, name = "ask"),
        @JsonSubTypes.Type(value = Help.class, name = "help"),
    })
    public sealed interface Move {}

    public record Announce(String text) implements Move {}

    /// Asks the others for help.
    public record Ask(String text) implements Move {}

    /// @param wish its seq
    public record Help(long wish) implements Move {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Announced.class, name = "announced"),
        @JsonSubTypes.Type(value = Asked.class, name = "asked"),
        @JsonSubTypes.Type(value = Helped.class, name = "helped"),
    })
    public sealed interface Event {}

    public record Announced(String text) implements Event {}

    public record Asked(String text) implements Event {}

    public record Helped(long wish) implements Event {}

    @Override
    public Kind<HallState, Move, Event> kind() {
        return new Kind<>("clan", HallState.class, Move.class, Event.class);
    }

    @Override
    public Optional<Known> known(String name) {
        return CLAN.matcher(name).matches()
                ? Optional.of(new Known(Settings.NONE, new Known.Door.Members(name)))
                : Optional.empty();
    }

    @Override
    public Terms terms(Settings settings) {
        return new Terms(HallLimits.MEMBERS, AckLevel.LIVE, HallLimits.HOLD);
    }

    @Override
    public HallState open(Opening opening) {
        return new HallState(List.of(), List.of(), Map.of());
    }

    @Override
    public boolean isTalk(Move move) {
        return !(move instanceof Help);
    }

    @Override
    public Decision<Event> decide(HallState state, Move move, Turn turn) {
        return switch (move) {
            case Announce(var text) ->
                    turn.moderates() ? said(text, Announced::new) : deny("officers-only");
            case Ask(var text) ->
                    state.today(turn.player(), turn.at()).asked() >= HallLimits.ASKED
                            ? deny("asked-enough-today")
                            : said(text, Asked::new);
            case Help(var wish) -> help(state, wish, turn);
        };
    }

    private Decision<Event> said(String text, Function<String, Event> event) {
        if (text.length() > HallLimits.TEXT) return deny("too-long");
        var clean = words.clean(text);
        return clean.isEmpty() ? deny("empty") : accept(event.apply(clean));
    }

    private static Decision<Event> help(HallState state, long id, Turn turn) {
        var found = state.wish(id, turn.at());
        if (found.isEmpty()) return deny("no-such-wish");
        var wish = found.get();
        if (wish.by().equals(turn.player())) return deny("your-own");
        if (wish.helpers().contains(turn.player())) return deny("helped-already");
        if (state.today(turn.player(), turn.at()).helped() >= HallLimits.HELPED)
            return deny("helped-enough-today");
        return Decision.<Event>accept(new Helped(id))
                .with(new Effect.Grant(wish.by(), GOLD, HallLimits.GOLD));
    }

    @Override
    public HallState evolve(HallState state, Event event, Stamp stamp) {
        PlayerId by = stamp.player();
        return switch (event) {
            case Announced(var text) -> state.announced(by, stamp.at(), text);
            case Asked(var text) -> state.asked(stamp.seq(), by, stamp.at(), text);
            case Helped(var wish) -> state.helped(wish, by, stamp.at());
        };
    }

    @Override
    public Optional<Move> asked(HallState state, List<Event> events) {
        return Optional.of(
                switch (events.getFirst()) {
                    case Announced(var text) -> new Announce(text);
                    case Asked(var text) -> new Ask(text);
                    case Helped(var wish) -> new Help(wish);
                });
    }
}
