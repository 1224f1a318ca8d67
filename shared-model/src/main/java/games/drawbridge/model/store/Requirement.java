package games.drawbridge.model.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import games.drawbridge.model.wallet.Unit;

/// What must be true of a player who buys something.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Requirement.Level.class, name = "level"),
    @JsonSubTypes.Type(value = Requirement.Owns.class, name = "owns"),
    @JsonSubTypes.Type(value = Requirement.Lacks.class, name = "lacks"),
})
public sealed interface Requirement {

    /// They have come so far: [Catalogue#levels] says how.
    record Level(int least) implements Requirement {}

    /// They have so many of a good that is stacked.
    record Owns(String kind, String id, long least) implements Requirement {
        /// Absent is one.
        public Owns {
            least = Math.max(least, 1);
        }
    }

    /// They have none of a good that is stacked.
    record Lacks(String kind, String id) implements Requirement {}

    /// Whose balance it looks at.
    default Unit unit(Catalogue catalogue) {
        return switch (this) {
            case Level _ -> new Unit(catalogue.levelled().currency());
            case Owns(var kind, var id, _) -> Unit.good(kind, id);
            case Lacks(var kind, var id) -> Unit.good(kind, id);
        };
    }

    default boolean met(Customer customer, Catalogue catalogue) {
        long held = customer.holds(unit(catalogue));
        return switch (this) {
            case Level(var least) -> catalogue.levelled().of(held) >= least;
            case Owns(_, _, var least) -> held >= least;
            case Lacks _ -> held == 0;
        };
    }

    /// For the player.
    default String said() {
        return switch (this) {
            case Level(var least) -> "it takes level " + least;
            case Owns(var kind, var id, var least) -> "it takes " + least + " " + kind + ":" + id;
            case Lacks(var kind, var id) -> "not with " + kind + ":" + id;
        };
    }
}
