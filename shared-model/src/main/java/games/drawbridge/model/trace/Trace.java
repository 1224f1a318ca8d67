package games.drawbridge.model.trace;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One way through the programs and a place on it, as W3C's `traceparent` names them.
///
/// @param id of the whole way: 32 hex digits
/// @param span the place: 16 hex digits
public record Trace(String id, String span) {
    private static final Pattern FORM =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}");
    private static final int THOUSAND = 1_000;
    private static final int HEX = 16;

    /// Nothing when the text is none: whoever sent it is not told.
    public static Optional<Trace> parse(@Nullable String text) {
        if (text == null) return Optional.empty();
        var form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new Trace(form.group(1), form.group(2)))
                : Optional.empty();
    }

    /// As it is sent on.
    public String text() {
        return "00-" + id + "-" + span + "-01";
    }

    /// Another place on the same way.
    public Trace at(String other) {
        return new Trace(id, other);
    }

    /// Whether it is one of so many of a thousand. The id alone says it, so all programs keep the
    /// same ones without asking each other, and whoever made it cannot have all of theirs kept.
    public boolean isAmong(int perThousand) {
        long last = Long.parseUnsignedLong(id.substring(HEX), HEX);
        return Long.remainderUnsigned(last, THOUSAND) < perThousand;
    }
}
