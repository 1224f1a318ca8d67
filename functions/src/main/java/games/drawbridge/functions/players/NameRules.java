package games.drawbridge.functions.players;

import java.util.List;

/// What the title asks of names.
///
/// @param unique whether a name belongs to one player; those made up for new players are nobody's
/// @param blocked words that are in no name, however they are written
public record NameRules(boolean unique, List<String> blocked) {
    static final NameRules NONE = new NameRules(false, List.of());

    public NameRules {
        blocked = List.copyOf(blocked);
    }

    public boolean blocks(String name) {
        String folded = PlayerName.folded(name);
        return blocked.stream().map(PlayerName::folded).anyMatch(folded::contains);
    }
}
