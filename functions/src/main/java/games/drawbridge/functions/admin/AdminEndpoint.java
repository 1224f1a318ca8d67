package games.drawbridge.functions.admin;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.room.Json;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// A call of who looks after the game. It is in the audit log whatever comes of it; one that
/// changes something is there before it begins, too, and must say why.
abstract class AdminEndpoint extends Endpoint {
    private final InstantSource clock = InstantSource.system();
    private final AuditTable audit;
    private final Role role;
    private final boolean changes;

    /// @param changes whether it does more than look
    AdminEndpoint(Aws aws, Role role, boolean changes) {
        audit = new AuditTable(aws);
        this.role = role;
        this.changes = changes;
    }

    /// Whom or what the call is about.
    abstract @Nullable String subject(Request request);

    abstract Act act(Request request);

    @Override
    protected final Reply answer(Request request) {
        var call = call(request);
        try {
            return done(request, call);
        } catch (Problem problem) {
            audit.add(call.came(clock.instant(), problem.code(), null, null));
            throw problem;
        } catch (RuntimeException fault) {
            audit.add(call.came(clock.instant(), "internal", null, null));
            throw fault;
        }
    }

    private Reply done(Request request, AuditEntry call) {
        if (!request.hasRole(role.words()))
            throw Problem.forbidden("this is for " + String.join(" and ", role.words()));
        if (changes) {
            if (call.why() == null)
                throw Problem.badInput(
                        "reason must say why, in 1 to " + AdminLimits.REASON + " characters");
            audit.add(call);
        }
        var act = act(request);
        audit.add(
                call.came(clock.instant(), AuditEntry.DONE, json(act.before()), json(act.after())));
        return act.reply();
    }

    private AuditEntry call(Request request) {
        return new AuditEntry(
                audit.newCall(),
                clock.instant(),
                request.player(),
                getClass().getSimpleName(),
                subject(request),
                why(request),
                AuditEntry.BEGUN,
                null,
                null);
    }

    /// In the query where there is no body.
    static @Nullable String why(Request request) {
        var said =
                request.query("reason")
                        .or(() ->
                                request.bodyIfAny()
                                        .fields()
                                        .optionalText("reason", 1, AdminLimits.REASON));
        return said.filter(text -> text.length() <= AdminLimits.REASON).orElse(null);
    }

    private static @Nullable Json json(@Nullable Object value) {
        return value == null ? null : new Json(JsonText.write(value));
    }
}
