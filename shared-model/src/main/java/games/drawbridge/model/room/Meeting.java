package games.drawbridge.model.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the players of a match have in common, as their lobby brought them together.
///
/// @param region where it is played; empty: anywhere
/// @param attributes that are equal of all, by name
/// @param skill the mean of all when it began
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Meeting(String region, Map<String, String> attributes, int skill) {
    public Meeting(@Nullable String region, @Nullable Map<String, String> attributes, int skill) {
        this.region = region == null ? "" : region;
        this.attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
        this.skill = skill;
    }

    /// As a room's settings keep it.
    Map<String, Object> values() {
        return Map.of("region", region, "attributes", attributes, "skill", skill);
    }

    /// @param values as a room's settings keep it
    static Meeting of(Map<?, ?> values) {
        var attributes = new HashMap<String, String>();
        if (values.get("attributes") instanceof Map<?, ?> kept)
            kept.forEach(
                    (name, value) -> attributes.put(String.valueOf(name), String.valueOf(value)));
        return new Meeting(
                values.get("region") instanceof String region ? region : null,
                attributes,
                values.get("skill") instanceof Number skill ? skill.intValue() : 0);
    }
}
