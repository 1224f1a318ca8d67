package games.drawbridge.model.store;

import games.drawbridge.model.wallet.Unit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A kind of thing that players can have, as the catalogue declares it.
///
/// @param unique whether each piece is an instance with an id of its own; otherwise they are
///   stacked
/// @param attributes what an instance has when it is made
public record Good(String kind, String id, boolean unique, Map<String, String> attributes) {
    public Good(String kind, String id, boolean unique, @Nullable Map<String, String> attributes) {
        this.kind = kind;
        this.id = id;
        this.unique = unique;
        this.attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    }

    public Unit unit() {
        return Unit.good(kind, id);
    }
}
