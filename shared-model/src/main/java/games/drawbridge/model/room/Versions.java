package games.drawbridge.model.room;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/// Whose logs a program's rules of one kind can go on with: `[oldest,newest]` in JSON.
///
/// @param newest the version that these rules write
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"oldest", "newest"})
public record Versions(int oldest, int newest) {
    /// What a program knows that says nothing about versions.
    public static final Versions FIRST = new Versions(1, 1);

    public Versions {
        if (oldest < 1 || newest < oldest)
            throw new IllegalArgumentException("versions " + oldest + " to " + newest);
    }

    public boolean include(int version) {
        return oldest <= version && version <= newest;
    }
}
