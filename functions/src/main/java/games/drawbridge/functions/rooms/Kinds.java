package games.drawbridge.functions.rooms;

import games.drawbridge.functions.http.Problem;
import games.drawbridge.model.room.Rules;
import games.drawbridge.model.title.Title;

/// The title's kinds of room, as requests name them.
final class Kinds {
    private Kinds() {}

    static Rules<?, ?, ?> named(String kind) {
        return Title.TITLE
                .rules(kind)
                .orElseThrow(
                        () -> new Problem(400, "unknown-kind", "kind must be one of the title's"));
    }
}
