package games.drawbridge.model.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.model.player.PlayerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some of the players.
///
/// @param countries ISO 3166-1; empty: all
/// @param languages first parts of BCP 47; empty: all
/// @param percent of the players, always the same ones under one `salt`; absent: all
/// @param salt another one picks other players
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Segment(
        List<String> countries,
        List<String> languages,
        @Nullable Integer percent,
        @Nullable String salt) {
    private static final int ALL = 100;

    public Segment {
        countries = List.copyOf(countries);
        languages = List.copyOf(languages);
        if (percent != null && (percent < 0 || percent > ALL))
            throw new IllegalArgumentException("percent: " + percent);
    }

    /// Of whom a value is asked.
    public record Subject(PlayerId player, @Nullable String country, String language) {}

    public boolean has(Subject subject) {
        String country = subject.country();
        if (!countries.isEmpty() && (country == null || !countries.contains(country))) return false;
        if (!languages.isEmpty() && !languages.contains(subject.language())) return false;
        return percent == null || share(subject.player()) < percent;
    }

    /// FNV-1a of 64 bits: spreads names that differ in one letter.
    private long share(PlayerId player) {
        String text = player + "#" + (salt == null ? "" : salt);
        long hash = 0xcbf29ce484222325L;
        for (int n = 0; n < text.length(); n++) hash = (hash ^ text.charAt(n)) * 0x100000001b3L;
        return Math.floorMod(hash ^ (hash >>> 32), (long) ALL);
    }
}
