package games.drawbridge.functions.clans;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.clans.ClanLimits;
import games.drawbridge.model.clans.ClanRole;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The caller comes into a clan, or asks to where an officer decides: `{text?}`.
@Route(value = "POST /v1/clans/{id}/members", rate = 200, burst = 400)
public final class JoinClan extends Endpoint {
    private final Clans clans;
    private final Doorway doorway;

    JoinClan(Clans clans) {
        this.clans = clans;
        doorway = new Doorway(clans);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Answer(String status, @Nullable ClanRole role, @Nullable Instant expires) {}

    @Override
    protected Reply answer(Request request) {
        return answer(request, clans, doorway);
    }

    /// The same for who only wants to ask: a clan that is open has nobody wait.
    static Reply answer(Request request, Clans clans, Doorway doorway) {
        var id = request.path("id", ClanId::new);
        var text = request.bodyIfAny().fields().optionalText("text", 1, ClanLimits.TEXT);
        text.ifPresent(clans::decent);
        return switch (doorway.come(request.player(), id, text.orElse(null))) {
            case Doorway.Came.Joined(var member, var already) -> {
                var answer = new Answer("joined", member.role(), null);
                yield already ? Reply.ok(answer) : Reply.created(answer);
            }
            case Doorway.Came.Asked(var wish) ->
                    Reply.accepted(new Answer("asked", null, wish.expires()));
        };
    }
}
