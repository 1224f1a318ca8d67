package games.drawbridge.functions.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of the audit log.
///
/// @param call names one call: of one that changes something there is a line before and one after
/// @param who called
/// @param what the call's name
/// @param subject whom or what it was about
/// @param why as the caller says
/// @param outcome `begun`, `done`, or the code of the problem that came of it
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditEntry(
        String call,
        Instant at,
        PlayerId who,
        String what,
        @Nullable String subject,
        @Nullable String why,
        String outcome,
        @Nullable Json before,
        @Nullable Json after) {

    static final String BEGUN = "begun";
    static final String DONE = "done";

    AuditEntry came(Instant now, String outcome, @Nullable Json before, @Nullable Json after) {
        return new AuditEntry(call, now, who, what, subject, why, outcome, before, after);
    }
}
