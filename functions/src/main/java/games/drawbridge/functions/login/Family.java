package games.drawbridge.functions.login;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A family of refresh tokens as support and the player see it.
///
/// @param session names it, and leads nowhere
/// @param agent what the client said that it is
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Family(String session, Instant createdAt, Instant usedAt, @Nullable String agent) {}
