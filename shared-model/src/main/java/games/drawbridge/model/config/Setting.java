package games.drawbridge.model.config;

import java.util.List;
import java.util.Optional;

/// A value that a title lets its operators change.
public sealed interface Setting {

    /// Under which name it stands: `market.fee-percent`.
    String key();

    /// What it is while nobody says something else.
    Object usual();

    /// Why this may not be its value; empty when it may.
    Optional<String> fault(Object value);

    /// On or off.
    record Flag(String key, Boolean usual) implements Setting {
        @Override
        public Optional<String> fault(Object value) {
            return value instanceof Boolean ? Optional.empty() : wanted("true or false");
        }
    }

    /// A whole number.
    record Whole(String key, Long usual, long least, long most) implements Setting {
        @Override
        public Optional<String> fault(Object value) {
            boolean fits = value instanceof Long number && number >= least && number <= most;
            return fits ? Optional.empty() : wanted("a whole number from " + least + " to " + most);
        }
    }

    /// A text for players to read.
    ///
    /// @param most UTF-16 characters
    record Text(String key, String usual, int most) implements Setting {
        @Override
        public Optional<String> fault(Object value) {
            boolean fits = value instanceof String text && text.length() <= most;
            return fits ? Optional.empty() : wanted("a text of at most " + most + " characters");
        }
    }

    /// One word of some.
    record Choice(String key, String usual, List<String> words) implements Setting {
        public Choice {
            words = List.copyOf(words);
        }

        @Override
        public Optional<String> fault(Object value) {
            boolean fits = value instanceof String text && words.contains(text);
            return fits ? Optional.empty() : wanted("one of " + String.join(", ", words));
        }
    }

    private static Optional<String> wanted(String what) {
        return Optional.of("must be " + what);
    }
}
