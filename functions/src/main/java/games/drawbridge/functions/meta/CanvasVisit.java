package games.drawbridge.functions.meta;

import java.time.Instant;
import java.util.Optional;

/// Who opened the game on Facebook's canvas.
///
/// @param user the app-scoped id
public record CanvasVisit(String user, Optional<String> locale, Optional<String> country) {

    /// @throws MetaRefused also of a visitor who has not agreed to the game: then there is no user
    public static CanvasVisit of(Payload payload, Instant now) {
        var user = payload.fresh(now).optionalObject("user");
        return new CanvasVisit(
                payload.id("user_id"),
                user.flatMap(about -> about.optionalText("locale")),
                user.flatMap(about -> about.optionalText("country")));
    }
}
