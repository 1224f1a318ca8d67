package games.drawbridge.functions.login;

import games.drawbridge.functions.Digest;
import games.drawbridge.functions.RandomText;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a client keeps to log in again: the family it belongs to, and a secret that is good once.
/// Only the secret's hash is stored.
record RefreshToken(String family, String secret) {
    private static final int FAMILY_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{43})");

    /// The first of a new family.
    static RefreshToken first(RandomText random) {
        return next(random.bytes(FAMILY_BYTES), random);
    }

    static RefreshToken next(String family, RandomText random) {
        return new RefreshToken(family, random.bytes(SECRET_BYTES));
    }

    /// Empty when the text was never a token of ours.
    static Optional<RefreshToken> parse(String text) {
        var form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new RefreshToken(form.group(1), form.group(2)))
                : Optional.empty();
    }

    String text() {
        return family + "." + secret;
    }

    String hash() {
        return Digest.sha256(secret);
    }

    @Override
    public String toString() {
        return "a token of family " + shown(family);
    }

    /// A family's name for others than its player.
    static String shown(String family) {
        return Digest.sha256(family).substring(0, 8);
    }
}
