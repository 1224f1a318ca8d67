package games.drawbridge.functions;

import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Text that nobody can guess, or that nobody else has.
public final class RandomText {
    /// Crockford's 32: no two look alike, and it reads well in an address.
    private static final String SYMBOLS = "0123456789abcdefghjkmnpqrstvwxyz";

    private final RandomGenerator dice;

    public RandomText(RandomGenerator dice) {
        this.dice = dice;
    }

    /// Lower-case letters and digits, five bits each.
    public String symbols(int count) {
        return dice.ints(count, 0, SYMBOLS.length())
                .mapToObj(SYMBOLS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    /// So many random bytes, as base64url.
    public String bytes(int count) {
        byte[] bytes = new byte[count];
        dice.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
