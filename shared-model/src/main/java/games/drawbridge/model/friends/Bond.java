package games.drawbridge.model.friends;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What is between a player and another one, as the player sees it.
public enum Bond {
    NONE,
    /// The player has asked.
    ASKED,
    /// The other one asks.
    ASKS,
    FRIENDS;

    /// What comes of the player's wish to be friends.
    ///
    /// @param friends that the player has
    /// @param asked requests of the player that wait
    public Outcome wish(int friends, int asked) {
        return switch (this) {
            case ASKED, FRIENDS -> Outcome.SO_ALREADY;
            case ASKS ->
                    friends >= FriendLimits.FRIENDS ? Outcome.TOO_MANY_FRIENDS : Outcome.FRIENDS;
            case NONE ->
                    friends >= FriendLimits.FRIENDS
                            ? Outcome.TOO_MANY_FRIENDS
                            : asked >= FriendLimits.ASKED
                                    ? Outcome.TOO_MANY_REQUESTS
                                    : Outcome.ASKS;
        };
    }

    /// What comes of a wish.
    public enum Outcome {
        SO_ALREADY,
        ASKS,
        FRIENDS,
        TOO_MANY_FRIENDS,
        TOO_MANY_REQUESTS
    }

    /// The same as the other one sees it.
    public Bond mirrored() {
        return switch (this) {
            case ASKED -> ASKS;
            case ASKS -> ASKED;
            case NONE, FRIENDS -> this;
        };
    }

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
