package games.drawbridge.functions.server;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// What the operators say about the server.
///
/// @param status `open` or `maintenance`
/// @param message for the players
/// @param configVersion of the live configuration; 0 before there is one
/// @param minimumVersion of clients that may come in; absent: any
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServerStatus(
        String status,
        @Nullable String message,
        long configVersion,
        @Nullable String minimumVersion) {
    public static final String MAINTENANCE = "maintenance";

    static final ServerStatus OPEN = new ServerStatus("open", null, 0, null);

    @JsonIgnore
    public boolean isMaintained() {
        return status.equals(MAINTENANCE);
    }
}
