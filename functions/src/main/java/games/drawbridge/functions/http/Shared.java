package games.drawbridge.functions.http;

import games.drawbridge.functions.Digest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// A reply that is the same for everybody, so that whoever stands in between may keep it.
public final class Shared {
    private static final int TAG_DIGITS = 32;

    private Shared() {}

    /// The text, or 304 when the caller has it already.
    ///
    /// @param age how long it may be kept without asking again
    public static Reply reply(Request request, String json, Duration age) {
        String tag = '"' + Digest.sha256(json).substring(0, TAG_DIGITS) + '"';
        boolean known = knows(request.header("if-none-match"), tag);
        return (known ? Reply.empty(304) : Reply.json(200, json))
                .with("etag", tag)
                .with("cache-control", "public, max-age=" + age.toSeconds());
    }

    /// A tag may have become weak on the way: `W/"…"`.
    private static boolean knows(Optional<String> tags, String tag) {
        return tags.stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .anyMatch(known ->
                        known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
    }
}
