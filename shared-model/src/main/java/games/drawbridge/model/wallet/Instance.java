package games.drawbridge.model.wallet;

import java.util.Map;

/// One piece of a unique good, as a transaction makes it. It is a unit of its own, of which there
/// is one: so it is in one wallet at a time, and moves as everything does.
///
/// @param unit with the instance's id: `item:sword#4f9c…`
/// @param attributes what this piece has, for ever
public record Instance(Unit unit, Map<String, String> attributes) {

    /// @throws IllegalArgumentException when the unit is no instance's
    public Instance {
        if (unit.instance().isEmpty()) throw new IllegalArgumentException("no instance: " + unit);
        attributes = Map.copyOf(attributes);
    }
}
