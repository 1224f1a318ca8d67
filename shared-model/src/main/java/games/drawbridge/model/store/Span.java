package games.drawbridge.model.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// From one moment up to another.
///
/// @param from the first moment; absent: since ever
/// @param until the first moment that is no part of it; absent: for ever
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Span(@Nullable Instant from, @Nullable Instant until) {

    /// @throws IllegalArgumentException when it ends before it begins
    public Span {
        if (from != null && until != null && !from.isBefore(until))
            throw new IllegalArgumentException("from must be before until");
    }

    /// @throws java.time.format.DateTimeParseException when a text is no instant
    @JsonCreator
    static Span of(
            @JsonProperty("from") @Nullable String from,
            @JsonProperty("until") @Nullable String until) {
        return new Span(instant(from), instant(until));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    boolean has(Instant now) {
        return (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
    }
}
