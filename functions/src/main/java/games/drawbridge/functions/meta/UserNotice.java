package games.drawbridge.functions.meta;

import java.time.Instant;

/// Meta tells that a user wants nothing more of us: to be forgotten, or only to leave. Such a
/// notice may be sent again for days, so its age tells nothing.
///
/// @param user the app-scoped id
public record UserNotice(String user, Instant issuedAt) {

    /// @throws MetaRefused when it is of another form
    public static UserNotice of(Payload payload) {
        return new UserNotice(payload.id("user_id"), payload.issuedAt());
    }
}
