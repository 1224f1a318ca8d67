package games.drawbridge.model.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says something else than the usual value of a setting.
///
/// @param value true or false, a whole number as a long, or a text
/// @param from when it begins; absent: it has begun
/// @param until when it ends; absent: never
/// @param segment for whom; absent: for all, and for the server itself
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(
        String key,
        Object value,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Segment segment) {

    public Change {
        if (from != null && until != null && !from.isBefore(until))
            throw new IllegalArgumentException(key + " ends before it begins");
    }

    /// @param subject empty for the server itself
    boolean holds(Instant now, Optional<Segment.Subject> subject) {
        if (from != null && now.isBefore(from)) return false;
        if (until != null && !now.isBefore(until)) return false;
        return segment == null || subject.filter(segment::has).isPresent();
    }
}
