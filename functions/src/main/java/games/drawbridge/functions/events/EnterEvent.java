package games.drawbridge.functions.events;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.clans.Roster;
import games.drawbridge.functions.config.LiveConfig;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.clans.Permission;
import games.drawbridge.model.events.Round;
import games.drawbridge.model.title.TitleConfig;
import java.time.InstantSource;

/// Signs the caller's clan up for a round; twice is harmless.
@Route(value = "POST /v1/events/{id}/entries", rate = 100, burst = 200)
public final class EnterEvent extends Endpoint {
    private final EventTable events;
    private final Roster roster;
    private final LiveConfig config;
    private final InstantSource clock;

    EnterEvent(Aws aws, InstantSource clock) {
        events = new EventTable(aws);
        roster = new Roster(aws);
        config = new LiveConfig(aws, clock);
        this.clock = clock;
    }

    private record Answer(String event, ClanId clan) {}

    @Override
    protected Reply answer(Request request) {
        var now = clock.instant();
        var round = GetEvent.round(request, now);
        var player = request.player();
        var clan = roster.clan(player, Permission.ENTER);
        boolean open =
                round.phase(now) == Round.Phase.SIGN_UP
                        && now.plus(EventLimits.LAST_CALL).isBefore(round.week().from());
        if (!open || !config.flag(TitleConfig.EVENTS))
            throw new Problem(422, "sign-up-closed", "clans sign up in the week before");
        boolean fresh = events.enter(round, clan, player, now);
        var answer = new Answer(round.id(), clan);
        return fresh ? Reply.created(answer) : Reply.ok(answer);
    }
}
