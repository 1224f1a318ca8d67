package games.drawbridge.functions.inbox;

import com.fasterxml.jackson.annotation.JsonValue;
import games.drawbridge.functions.Digest;
import java.time.Instant;
import java.util.regex.Pattern;

/// Names one mail in its player's inbox. Ids sort by time.
///
/// @param value 13 digits of milliseconds since 1970, `-`, 32 hexadecimal digits
public record MailId(@JsonValue String value) {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{13}-[0-9a-f]{32}");
    private static final int DIGITS = 32;

    public MailId {
        if (!SHAPE.matcher(value).matches()) throw new IllegalArgumentException(value);
    }

    /// @param source names what wrote it: the same one has the same id
    static MailId of(String source, Instant at) {
        String hash = Digest.sha256(source).substring(0, DIGITS);
        return new MailId("%013d-%s".formatted(at.toEpochMilli(), hash));
    }

    @Override
    public String toString() {
        return value;
    }
}
