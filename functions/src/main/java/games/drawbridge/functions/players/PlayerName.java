package games.drawbridge.functions.players;

import java.text.Normalizer;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// A name that others can read: 1–24 code points, nothing in it that moves or hides other text.
public record PlayerName(String text) {
    private static final String[] MANNERS = {
        "Brave", "Bright", "Calm", "Clever", "Cosy", "Daring", "Eager", "Gentle", "Happy", "Jolly",
        "Keen", "Lucky", "Merry", "Noble", "Proud", "Quick", "Quiet", "Sunny", "Swift", "Witty"
    };
    private static final String[] ANIMALS = {
        "Badger", "Beaver", "Crane", "Dolphin", "Falcon", "Fox", "Hare", "Heron", "Ibex", "Koala",
        "Lynx", "Marten", "Newt", "Otter", "Owl", "Panda", "Robin", "Seal", "Tiger", "Wren"
    };

    /// Joins emoji; the only invisible character that a name may need.
    private static final int JOINER = 0x200D;

    /// @throws IllegalArgumentException when it is no name
    public PlayerName {
        text = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        long length = text.codePoints().count();
        if (length < 1
                || length > PlayerLimits.NAME
                || !text.codePoints().allMatch(PlayerName::fits))
            throw new IllegalArgumentException("not a name");
        if (text.codePoints().allMatch(c -> c == JOINER || Character.isWhitespace(c)))
            throw new IllegalArgumentException("nothing to see");
    }

    /// A friendly name for who has none yet. Names need not be unique.
    static PlayerName any(RandomGenerator dice) {
        String manner = MANNERS[dice.nextInt(MANNERS.length)];
        String animal = ANIMALS[dice.nextInt(ANIMALS.length)];
        return new PlayerName(manner + " " + animal + " " + dice.nextInt(10, 1_000));
    }

    /// As names are compared: what looks alike in another form, case or spacing is the same. Of a
    /// name that is all signs nothing is left; then it stays as it is.
    public static String folded(String name) {
        String plain =
                Normalizer.normalize(name, Normalizer.Form.NFKC)
                        .toUpperCase(Locale.ROOT)
                        .toLowerCase(Locale.ROOT);
        var letters = new StringBuilder();
        plain.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.isEmpty() ? plain : letters.toString();
    }

    private static boolean fits(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            case Character.FORMAT -> c == JOINER;
            default -> true;
        };
    }
}
