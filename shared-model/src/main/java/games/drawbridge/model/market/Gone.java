package games.drawbridge.model.market;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// An offer that is not to be seen on its shelf any more.
///
/// @param why absent when nobody looked at the moment it went
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Gone(OfferId id, @Nullable Why why) {

    /// What has become of it.
    public enum Why {
        @JsonProperty("sold")
        SOLD,
        @JsonProperty("withdrawn")
        WITHDRAWN,
        /// Nobody wanted it in time.
        @JsonProperty("expired")
        EXPIRED,
        /// Cheaper ones have come, and a shelf shows so many.
        @JsonProperty("undercut")
        UNDERCUT
    }

    /// Whether it never comes back.
    boolean isForGood() {
        return why != null && why != Why.UNDERCUT;
    }
}
