package games.drawbridge.functions.email;

import com.fasterxml.jackson.annotation.JsonValue;
import games.drawbridge.functions.Digest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where somebody gets e-mail: `ann@example.com`. Only what SES takes, which is ASCII.
///
/// @param value as it was given
public record EmailAddress(@JsonValue String value) {
    private static final int HASH_DIGITS = 32;
    private static final Pattern SHAPE =
            Pattern.compile(
                    "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                            + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
                            + "[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])");

    private static final int LOCAL_PART = 64;

    public EmailAddress {
        boolean tooLong = value.length() > EmailLimits.ADDRESS || value.indexOf('@') > LOCAL_PART;
        if (tooLong || !SHAPE.matcher(value).matches())
            throw new IllegalArgumentException("no e-mail address");
    }

    /// What somebody else wrote; nothing where it is no address of ours.
    public static Optional<EmailAddress> parse(String text) {
        try {
            return Optional.of(new EmailAddress(text.strip()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// As addresses are compared.
    public String folded() {
        return value.toLowerCase(Locale.ROOT);
    }

    /// Stands for the address where it must not be read.
    public String hash() {
        return Digest.sha256(folded()).substring(0, HASH_DIGITS);
    }

    /// Logs must not tell it.
    @Override
    public String toString() {
        return "e-mail address " + hash();
    }
}
