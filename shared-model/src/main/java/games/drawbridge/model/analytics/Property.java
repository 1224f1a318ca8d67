package games.drawbridge.model.analytics;

import com.fasterxml.jackson.annotation.JsonCreator;
import games.drawbridge.model.finance.Column;
import games.drawbridge.model.finance.Field;
import java.util.Locale;
import java.util.regex.Pattern;

/// A field of events. It may be missing in any of them: who sends does not know it yet.
///
/// @param since the version of the schema that brought it; 1 when not said
/// @param means for people
public record Property(String name, Type type, int since, String means) {
    /// As a column is called, where capitals count for nothing.
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    /// What it holds.
    public enum Type {
        TEXT,
        WHOLE,
        TRUTH,
        TIME;

        /// @throws IllegalArgumentException when there is no such type
        @JsonCreator
        public static Type of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /// @throws IllegalArgumentException when it is no such field
    public Property {
        if (!NAME.matcher(name).matches())
            throw new IllegalArgumentException("not a field's name: " + name);
        if (means.isBlank()) throw new IllegalArgumentException(name + " means nothing");
        if (since == 0) since = 1;
    }

    /// The column in which it stands.
    public Field column() {
        return new Field(
                name,
                switch (type) {
                    case TEXT -> Column.Type.TEXT;
                    case WHOLE -> Column.Type.WHOLE;
                    case TRUTH -> Column.Type.TRUTH;
                    case TIME -> Column.Type.TIME;
                });
    }
}
