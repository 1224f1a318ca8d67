package games.drawbridge.local.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The headers of a message in their order; names are lower case.
public record Headers(List<Field> fields) {
    public static final Headers NONE = new Headers(List.of());

    public record Field(String name, String value) {
        public Field {
            name = name.toLowerCase(Locale.ROOT);
        }
    }

    public Headers {
        fields = List.copyOf(fields);
    }

    public Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name.equals(name))
                .map(Field::value)
                .findFirst();
    }

    public List<String> all(String name) {
        return fields.stream().filter(field -> field.name.equals(name)).map(Field::value).toList();
    }

    /// With one more line.
    public Headers with(String name, String value) {
        var all = new ArrayList<>(fields);
        all.add(new Field(name, value));
        return new Headers(all);
    }

    public Headers without(String name) {
        return new Headers(fields.stream().filter(field -> !field.name.equals(name)).toList());
    }

    /// Characters of all names and values.
    public int size() {
        return fields.stream().mapToInt(field -> field.name.length() + field.value.length()).sum();
    }
}
