package games.drawbridge.functions.clans;

import games.drawbridge.functions.players.PlayerName;

/// What a clan is called: as a player's name, with at least three letters or digits, by which it is
/// found.
record ClanName(String text) {
    private static final int LETTERS = 3;

    /// UTF-16 characters before it is looked at: every code point may take two.
    static final int TEXT = 96;

    /// @throws IllegalArgumentException when it is no name
    ClanName {
        text = new PlayerName(text).text();
        if (PlayerName.folded(text).codePoints().filter(Character::isLetterOrDigit).count()
                < LETTERS) throw new IllegalArgumentException("too short");
    }

    /// As names are compared.
    String folded() {
        return PlayerName.folded(text);
    }
}
