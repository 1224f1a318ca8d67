package games.drawbridge.model.clans;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/// What a member may do. A clan has exactly one leader.
public enum ClanRole {
    MEMBER,
    OFFICER,
    LEADER;

    public boolean may(Permission permission) {
        return compareTo(permission.least()) >= 0;
    }

    public boolean outranks(ClanRole other) {
        return compareTo(other) > 0;
    }

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException when it is none
    public static ClanRole of(String text) {
        return Arrays.stream(values())
                .filter(each -> each.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }
}
