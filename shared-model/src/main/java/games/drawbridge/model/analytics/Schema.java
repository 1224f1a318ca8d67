package games.drawbridge.model.analytics;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/// One kind of event.
///
/// @param from who may tell of it
/// @param version one more for each time that fields were added
/// @param means for people
public record Schema(String name, Origin from, int version, String means, List<Property> fields) {

    /// Who tells.
    public enum Origin {
        /// Anybody's client: believed as far as one believes a client.
        CLIENT,
        /// What was written down anyway.
        SERVER;

        /// @throws IllegalArgumentException when there is no such word
        @JsonCreator
        public static Origin of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @throws IllegalArgumentException when it contradicts itself
    public Schema {
        if (!Property.NAME.matcher(name).matches())
            throw new IllegalArgumentException("not an event's name: " + name);
        if (means.isBlank()) throw new IllegalArgumentException(name + " means nothing");
        fields = List.copyOf(fields);
        var names = new HashSet<String>();
        for (var field : fields)
            if (!names.add(field.name()))
                throw new IllegalArgumentException(name + " has two fields " + field.name());
        int newest = fields.stream().mapToInt(Property::since).max().orElse(1);
        if (version != newest)
            throw new IllegalArgumentException(
                    "%s is of version %d and its newest field of %d"
                            .formatted(name, version, newest));
    }
}
