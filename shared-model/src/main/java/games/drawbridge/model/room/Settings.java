package games.drawbridge.model.room;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import games.drawbridge.model.player.PlayerId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the room's maker chose, by name. Reading a setting checks it, so a kind states each limit
/// once.
public record Settings(@JsonValue Map<String, Object> values) {
    private static final String PLAYERS = "@players";
    private static final String MODE = "@mode";
    private static final String MEETING = "@meeting";

    public static final Settings NONE = new Settings(Map.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Settings {
        values = Map.copyOf(values);
    }

    /// A whole number between `least` and `most`, or `otherwise` when it was not given.
    public int whole(String name, int otherwise, int least, int most) {
        return switch (values.get(name)) {
            case null -> otherwise;
            case Integer given when given >= least && given <= most -> given;
            default -> throw new BadSetting(name, "a whole number from " + least + " to " + most);
        };
    }

    /// A text of 1 to `most` characters.
    ///
    /// @throws BadSetting also when none was given
    public String text(String name, int most) {
        if (values.get(name) instanceof String text && !text.isEmpty() && text.length() <= most)
            return text;
        throw new BadSetting(name, "1 to " + most + " characters");
    }

    /// Texts, `most` of them at most; none when none were given.
    public List<String> texts(String name, int most) {
        Object given = values.get(name);
        if (given == null) return List.of();
        if (given instanceof List<?> list
                && list.size() <= most
                && list.stream().allMatch(String.class::isInstance))
            return list.stream().map(String.class::cast).toList();
        throw new BadSetting(name, "a list of at most " + most + " texts");
    }

    /// The same, with seats for these players, who sit from the beginning.
    public Settings with(List<PlayerId> players) {
        var all = new HashMap<>(values);
        all.put(PLAYERS, players.stream().map(PlayerId::value).toList());
        return new Settings(all);
    }

    /// The same for a match of that mode.
    ///
    /// @param meeting what its players have in common; absent: nobody knows
    public Settings of(String mode, @Nullable Meeting meeting) {
        var all = new HashMap<>(values);
        all.put(MODE, mode);
        if (meeting != null) all.put(MEETING, meeting.values());
        return new Settings(all);
    }

    /// The mode of which this is a match; nothing when no lobby made it. No player can ask for one.
    public Optional<String> mode() {
        return Optional.ofNullable(values.get(MODE)).map(String::valueOf);
    }

    /// What the players of this match have in common; nothing when no lobby made it.
    public Optional<Meeting> meeting() {
        return values.get(MEETING) instanceof Map<?, ?> kept
                ? Optional.of(Meeting.of(kept))
                : Optional.empty();
    }

    /// Whose seats are reserved; no player can ask for that.
    public List<PlayerId> players() {
        return values.get(PLAYERS) instanceof List<?> list
                ? list.stream().map(it -> new PlayerId(String.valueOf(it))).toList()
                : List.of();
    }

    /// Whether these are settings that players may choose.
    public boolean isOfPlayers() {
        return values.keySet().stream().noneMatch(Set.of(PLAYERS, MODE, MEETING)::contains);
    }

    /// What a kind says of a setting that it does not offer.
    ///
    /// @param wanted in words
    public static BadSetting bad(String name, String wanted) {
        return new BadSetting(name, wanted);
    }

    /// The constant of `E` with the given lower-case name, or `otherwise` when none was given.
    public <E extends Enum<E>> E choice(String name, E otherwise) {
        Object given = values.get(name);
        if (given == null) return otherwise;
        E[] choices = otherwise.getDeclaringClass().getEnumConstants();
        for (E choice : choices) if (lower(choice).equals(given)) return choice;
        throw new BadSetting(
                name, "one of " + Arrays.stream(choices).map(Settings::lower).toList());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT);
    }

    /// The maker asked for something the kind does not offer.
    public static final class BadSetting extends IllegalArgumentException {
        BadSetting(String name, String wanted) {
            super("settings." + name + " must be " + wanted);
        }
    }
}
