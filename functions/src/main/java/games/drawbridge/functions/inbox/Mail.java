package games.drawbridge.functions.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a player is told for later.
///
/// @param expires when it goes by itself, with what was not taken out of it
/// @param attachments what it brings, each unit once
/// @param claimed whether the player has taken them; absent where there are none
public record Mail(
        MailId id,
        Instant at,
        String subject,
        String text,
        Instant expires,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Attachment> attachments,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean claimed) {
    public Mail {
        attachments = List.copyOf(attachments);
    }
}
