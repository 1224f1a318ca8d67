package games.drawbridge.functions.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import games.drawbridge.functions.Digest;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which part of a list is asked for. Its *cursor* names the last line already seen and carries a
/// check, so that a mistyped or foreign one is refused. It is no secret and no proof: a list's
/// boundaries come from who asks, never from the cursor.
///
/// @param list names the list
/// @param limit lines at most
/// @param after position of the last line seen; absent at the beginning
public record Page(String list, int limit, @Nullable String after) {
    private static final int CHECK_DIGITS = 12;

    /// Lines to read: one more than the page has tells whether more follows.
    public int toRead() {
        return limit + 1;
    }

    /// The lines of this page, of what was read.
    public <T> List<T> of(List<T> read) {
        return read.subList(0, Math.min(limit, read.size()));
    }

    /// The cursor of the next page; nothing when this is the last.
    public <T> @Nullable String next(List<T> read, Function<T, String> position) {
        return read.size() <= limit ? null : cursor(list, position.apply(read.get(limit - 1)));
    }

    static String cursor(String list, String position) {
        String check = Digest.sha256(list + "\n" + position).substring(0, CHECK_DIGITS);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((check + position).getBytes(UTF_8));
    }

    static String position(String list, String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            String position = text.substring(Math.min(CHECK_DIGITS, text.length()));
            if (cursor(list, position).equals(cursor)) return position;
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw Problem.badInput("cursor must be the next of an earlier page of this list");
    }
}
