package games.drawbridge.functions.books;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a closed month consists of.
///
/// @param currency of the amounts
/// @param exponent of the amounts
/// @param open movements that nobody says a rate for
/// @param lines the foot of the statement, by name, in minor units
/// @param previous SHA-256 of the manifest of the month before
@JsonInclude(JsonInclude.Include.NON_NULL)
record Manifest(
        String month,
        String currency,
        int exponent,
        long rows,
        long tests,
        long open,
        Map<String, Long> lines,
        @Nullable String previous,
        List<Entry> files) {

    /// One file of the statement.
    record Entry(String name, String key, long bytes, String sha256) {}
}
