package games.drawbridge.functions.clans;

import java.text.Normalizer;
import java.util.Locale;

/// A clan's short name: two to five letters or digits, upper case.
record ClanTag(String text) {
    private static final int LEAST = 2;
    private static final int MOST = 5;

    /// UTF-16 characters before it is looked at: every code point may take two.
    static final int TEXT = 10;

    /// @throws IllegalArgumentException when it is no tag
    ClanTag {
        text = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        long length = text.codePoints().count();
        if (length < LEAST
                || length > MOST
                || !text.codePoints().allMatch(Character::isLetterOrDigit))
            throw new IllegalArgumentException("not a tag");
    }
}
