package games.drawbridge.model.chat;

import static games.drawbridge.model.room.Decision.accept;
import static games.drawbridge.model.room.Decision.deny;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Blocks;
import games.drawbridge.model.room.Decision;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.Hidden;
import games.drawbridge.model.room.Kind;
import games.drawbridge.model.room.Known;
import games.drawbridge.model.room.Opening;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.room.Stamp;
import games.drawbridge.model.room.Terms;
import games.drawbridge.model.room.Turn;
import games.drawbridge.model.room.WellKnown;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A channel: what players say to each other, and what moderators do about it.
public final class Chat implements WellKnown<Transcript, Chat.Move, Chat.Event> {
    private static final String NAME = "channel";

    private final Words words;

    /// @param words that the title does not want
    public Chat(Words words) {
        this.words = words;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Say.class, name = "say"),
        @JsonSubTypes.Type(value = Report.class, name = "report"),
        @JsonSubTypes.Type(value = Mute.class, name = "mute"),
        @JsonSubTypes.Type(value = Unmute.class, name = "unmute"),
        @JsonSubTypes.Type(value = Remove.class, name = "remove"),
        @JsonSubTypes.Type(value = Slow.class, name = "slow"),
    })
    public sealed interface Move {}

    /// @param language in which it is said, as in HTML: `de`, `pt-BR`
    public record Say(String text, @Nullable String language) implements Move {}

    /// @param message its seq
    /// @param reason in one's own words
    public record Report(long message, String reason) implements Move {}

    public record Mute(PlayerId player, int seconds) implements Move {}

    public record Unmute(PlayerId player) implements Move {}

    /// @param message its seq
    public record Remove(long message) implements Move {}

    /// @param seconds between two messages of a player; 0: as many as they like
    public record Slow(int seconds) implements Move {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Said.class, name = "said"),
        @JsonSubTypes.Type(value = Reported.class, name = "reported"),
        @JsonSubTypes.Type(value = Muted.class, name = "muted"),
        @JsonSubTypes.Type(value = Unmuted.class, name = "unmuted"),
        @JsonSubTypes.Type(value = Removed.class, name = "removed"),
        @JsonSubTypes.Type(value = Slowed.class, name = "slowed"),
    })
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public sealed interface Event {}

    public record Said(String text, @Nullable String language) implements Event {}

    /// Shown to who reported it alone.
    public record Reported(PlayerId by, long message, String reason) implements Event {}

    /// @param until milliseconds since 1970
    public record Muted(PlayerId player, long until) implements Event {}

    public record Unmuted(PlayerId player) implements Event {}

    public record Removed(long message) implements Event {}

    public record Slowed(int seconds) implements Event {}

    @Override
    public Kind<Transcript, Move, Event> kind() {
        return new Kind<>("chat", Transcript.class, Move.class, Event.class);
    }

    @Override
    public Optional<Known> known(String name) {
        return Channel.of(name)
                .map(channel -> new Known(new Settings(Map.of(NAME, name)), channel.door()));
    }

    private static Channel channel(Settings settings) {
        return Channel.of(settings.text(NAME, ChatLimits.NAME)).orElseThrow();
    }

    @Override
    public Terms terms(Settings settings) {
        return channel(settings).terms();
    }

    @Override
    public Transcript open(Opening opening) {
        return new Transcript(
                channel(opening.settings()).slow(), List.of(), Map.of(), Map.of(), null);
    }

    @Override
    public Decision<Event> admit(Transcript state, Turn turn) {
        return channel(turn.settings()).admits(turn.player()) ? accept() : deny("not-yours");
    }

    @Override
    public boolean isTalk(Move move) {
        return move instanceof Say;
    }

    @Override
    public Decision<Event> decide(Transcript state, Move move, Turn turn) {
        if (move instanceof Say(var text, var language)) return say(state, text, language, turn);
        if (move instanceof Report(var message, var reason))
            return report(state, message, reason, turn);
        return turn.moderates() ? moderate(state, move, turn.at()) : deny("moderators-only");
    }

    private Decision<Event> say(
            Transcript state, String text, @Nullable String language, Turn turn) {
        if (state.isMuted(turn.player(), turn.at())) return deny("muted");
        if (!turn.moderates() && state.spokeLately(turn.player(), turn.at()))
            return deny("slow-down");
        if (language != null && !Channel.LANGUAGE.matcher(language).matches())
            return deny("no-such-language");
        if (text.length() > 2 * ChatLimits.TEXT) return deny("too-long");
        var clean = words.clean(text);
        if (clean.isEmpty()) return deny("empty");
        if (clean.codePointCount(0, clean.length()) > ChatLimits.TEXT) return deny("too-long");
        return accept(new Said(clean, language));
    }

    /// With what was said around it, as it was told.
    private Decision<Event> report(Transcript state, long message, String reason, Turn turn) {
        var player = turn.player();
        var said = state.message(message);
        if (said == null || said.by().equals(player)) return deny("no-such-message");
        if (state.reportedLately(player, turn.at())) return deny("slow-down");
        if (reason.length() > 2 * ChatLimits.TEXT) return deny("too-long");
        var why = words.clean(reason);
        if (why.isEmpty()) return deny("empty");
        if (why.codePointCount(0, why.length()) > ChatLimits.TEXT) return deny("too-long");
        return Decision.<Event>accept(new Reported(player, message, why))
                .with(new Effect.Report(player, said.by(), why, state.around(message)));
    }

    private static Decision<Event> moderate(Transcript state, Move move, Instant at) {
        return switch (move) {
            case Say _, Report _ -> throw new IllegalArgumentException("is for everybody");
            case Mute(var player, var seconds) ->
                    seconds < 1 || seconds > ChatLimits.MUTE
                            ? deny("one-second-to-thirty-days")
                            : accept(new Muted(player, at.plusSeconds(seconds).toEpochMilli()));
            case Unmute(var player) ->
                    state.isMuted(player, at) ? accept(new Unmuted(player)) : deny("not-muted");
            case Remove(var message) ->
                    state.has(message) ? accept(new Removed(message)) : deny("no-such-message");
            case Slow(var seconds) ->
                    seconds < 0 || seconds > ChatLimits.SLOWEST
                            ? deny("up-to-five-minutes")
                            : accept(new Slowed(seconds));
        };
    }

    @Override
    public Optional<Move> asked(Transcript state, List<Event> events) {
        return switch (events.getFirst()) {
            case Said(var text, var language) -> Optional.of(new Say(text, language));
            case Reported(_, var message, var reason) -> Optional.of(new Report(message, reason));
            case Muted _ -> Optional.empty(); // for how long it was asked stands nowhere
            case Unmuted(var player) -> Optional.of(new Unmute(player));
            case Removed(var message) -> Optional.of(new Remove(message));
            case Slowed(var seconds) -> Optional.of(new Slow(seconds));
        };
    }

    @Override
    public Transcript evolve(Transcript state, Event event, Stamp stamp) {
        return switch (event) {
            case Said(var text, var language) -> state.said(stamp, text, language);
            case Reported(var player, _, _) -> state.reported(player, stamp.at());
            case Muted(var player, var until) -> state.muted(player, until, stamp.at());
            case Unmuted(var player) -> state.unmuted(player);
            case Removed(var message) -> state.without(message);
            case Slowed(var seconds) -> state.slowed(seconds);
        };
    }

    @Override
    public Object view(Transcript state, @Nullable PlayerId viewer) {
        return view(state, viewer, Blocks.NONE);
    }

    @Override
    public Object view(Transcript state, @Nullable PlayerId viewer, Blocks blocks) {
        return state.view(viewer, blocks);
    }

    @Override
    public Object show(Event event, @Nullable PlayerId viewer) {
        return event instanceof Reported(var by, _, _) && !by.equals(viewer)
                ? Hidden.NOTHING
                : event;
    }

    @Override
    public boolean isSaid(Event event) {
        return event instanceof Said;
    }

    /// Version 2 lets messages be reported.
    @Override
    public int version() {
        return 2;
    }

    @Override
    public int oldest() {
        return 1;
    }
}
