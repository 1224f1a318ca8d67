package games.drawbridge.functions.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// What the operators say about the server.
///
/// @param status `open` or `maintenance`
/// @param message for the players
/// @param configVersion of the live configuration; 0 before there is one
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServerStatus(String status, @Nullable String message, long configVersion) {
    static final ServerStatus OPEN = new ServerStatus("open", null, 0);
}
