package games.drawbridge.functions;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// What a function is told by its declaration in template.yaml, and by Lambda.
public record Environment(Map<String, String> values) {

    public static Environment system() {
        return new Environment(System.getenv());
    }

    /// A variable that the declaration must name.
    ///
    /// @throws IllegalStateException when it does not
    public String get(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException("template.yaml declares no " + name));
    }

    /// A variable that Lambda, or whoever stands in for it, may set.
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// Names only: values may be credentials.
    @Override
    public String toString() {
        return new TreeSet<>(values.keySet()).toString();
    }
}
