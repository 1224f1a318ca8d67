package games.drawbridge.cdk.cost;

import java.util.List;

/// What a month costs.
///
/// @param name of the way of building it
public record Bill(String name, List<Item> items) {
    public Bill {
        items = List.copyOf(items);
    }

    public double dollars() {
        return items.stream().mapToDouble(Item::dollars).sum();
    }

    /// What it costs without players.
    public double idle() {
        return items.stream().filter(Item::idle).mapToDouble(Item::dollars).sum();
    }
}
