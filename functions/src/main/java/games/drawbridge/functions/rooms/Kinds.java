package games.drawbridge.functions.rooms;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.model.room.Rules;
import games.drawbridge.model.room.Versions;
import games.drawbridge.model.title.Title;
import java.util.List;
import java.util.Map;

/// The title's kinds of room, as requests name them.
final class Kinds {
    private Kinds() {}

    /// What a node says it knows, by kind.
    record Known(@JsonValue Map<String, Versions> versions) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Known {}
    }

    static Rules<?, ?, ?> named(String kind) {
        return of(kind, Title.TITLE.kinds());
    }

    /// Of those that players make rooms of.
    static Rules<?, ?, ?> made(String kind) {
        return of(kind, Title.TITLE.made());
    }

    private static Rules<?, ?, ?> of(String kind, List<Rules<?, ?, ?>> kinds) {
        return kinds.stream()
                .<Rules<?, ?, ?>>map(it -> it)
                .filter(rules -> rules.kind().name().equals(kind))
                .findFirst()
                .orElseThrow(
                        () -> new Problem(400, "unknown-kind", "kind must be one of the title's"));
    }
}
