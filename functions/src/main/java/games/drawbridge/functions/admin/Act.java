package games.drawbridge.functions.admin;

import games.drawbridge.functions.http.Reply;
import org.jspecify.annotations.Nullable;

/// What came of a call, for the caller and for the audit log.
///
/// @param before as it was, where something was changed
/// @param after as it is
record Act(Reply reply, @Nullable Object before, @Nullable Object after) {

    /// Something was looked at.
    static Act read(Object answer) {
        return new Act(Reply.ok(answer), null, null);
    }

    /// Something was changed.
    static Act changed(Reply reply, @Nullable Object before, @Nullable Object after) {
        return new Act(reply, before, after);
    }
}
