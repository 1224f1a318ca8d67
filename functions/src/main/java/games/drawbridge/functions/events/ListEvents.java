package games.drawbridge.functions.events;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.membership.MembershipTable;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.events.Round;
import games.drawbridge.model.title.TitleEvents;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rounds that run, and those that clans may enter.
@Route("GET /v1/events")
public final class ListEvents extends Endpoint {
    private final EventTable events;
    private final MembershipTable memberships;
    private final InstantSource clock;

    ListEvents(Aws aws, InstantSource clock) {
        events = new EventTable(aws);
        memberships = new MembershipTable(aws);
        this.clock = clock;
    }

    @Override
    protected Reply answer(Request request) {
        var now = clock.instant();
        var clan = memberships.of(request.player());
        var all = new ArrayList<Event>();
        for (var expedition : TitleEvents.EXPEDITIONS) {
            var running = Round.at(expedition, now);
            for (var round : List.of(running, running.next()))
                all.add(Event.of(round, now, entered(round, clan)));
        }
        return Reply.ok(Map.of("events", all));
    }

    private boolean entered(Round round, Optional<ClanId> clan) {
        return clan.filter(id -> events.hasEntered(round, id)).isPresent();
    }
}
