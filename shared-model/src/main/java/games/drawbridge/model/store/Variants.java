package games.drawbridge.model.store;

import games.drawbridge.model.player.PlayerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An experiment: each player meets one variant of an item, always the same one.
///
/// @param test names the experiment: items of the same test divide the players in the same way
/// @param of their shares are 100 together
public record Variants(String test, List<Variant> of) {
    private static final int HUNDRED = 100;

    public Variants {
        of = List.copyOf(of);
    }

    /// @param share percent of the players
    /// @param price absent: the item's
    /// @param grants absent: the item's
    public record Variant(
            String name,
            int share,
            Catalogue.@Nullable Price price,
            @Nullable List<Catalogue.Grant> grants) {}

    /// The player's.
    Variant variant(PlayerId player) {
        int place = Fingerprint.of(test + "\n" + player).below(HUNDRED);
        for (var variant : of) {
            place -= variant.share();
            if (place < 0) return variant;
        }
        return of.getLast();
    }
}
