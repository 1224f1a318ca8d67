package games.drawbridge.functions.bans;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.http.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A player is kept out.
///
/// @param scope `all`, `chat`, `market` or `rooms`
/// @param reason as the player is told it
/// @param until absent: for good
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Ban(String scope, String reason, Instant at, @Nullable Instant until) {

    boolean holds(Instant now) {
        return until == null || until.isAfter(now);
    }

    public boolean covers(Scope asked) {
        return scope.equals(Scope.ALL.text()) || scope.equals(asked.text());
    }

    Problem problem() {
        return new Problem(403, "banned", reason)
                .with("scope", scope)
                .with("until", until == null ? null : until.toString());
    }
}
