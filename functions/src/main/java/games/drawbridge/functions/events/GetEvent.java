package games.drawbridge.functions.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.membership.Badge;
import games.drawbridge.functions.membership.MembershipTable;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.events.Round;
import games.drawbridge.model.title.TitleEvents;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// A round, and how the group of the caller's clan stands in it.
@Route("GET /v1/events/{id}")
public final class GetEvent extends Endpoint {
    private final EventTable events;
    private final Contest contest;
    private final MembershipTable memberships;
    private final InstantSource clock;

    GetEvent(Aws aws, InstantSource clock) {
        events = new EventTable(aws);
        contest = new Contest(aws);
        memberships = new MembershipTable(aws);
        this.clock = clock;
    }

    private record Line(int rank, Badge clan, long score) {}

    /// @param standings of the group of the caller's clan; empty without one, and before it begins
    private record Answer(@JsonUnwrapped Event event, List<Line> standings) {}

    @Override
    protected Reply answer(Request request) {
        var now = clock.instant();
        var round = round(request, now);
        var clan = memberships.of(request.player());
        boolean entered = clan.filter(id -> events.hasEntered(round, id)).isPresent();
        var group =
                contest.groups(round, now).stream()
                        .filter(each -> clan.filter(each::contains).isPresent())
                        .findFirst()
                        .orElse(List.of());
        return Reply.ok(new Answer(Event.of(round, now, entered), lines(round, group)));
    }

    private List<Line> lines(Round round, List<ClanId> group) {
        var badges = memberships.badgesOf(group);
        var lines = new ArrayList<Line>();
        for (var standing : contest.standings(round, group)) {
            var badge = badges.getOrDefault(standing.clan(), new Badge(standing.clan(), "", ""));
            lines.add(new Line(standing.rank(), badge, standing.score()));
        }
        return lines;
    }

    /// One that can be entered, runs, or was this season.
    ///
    /// @throws Problem 404
    static Round round(Request request, Instant now) {
        String id = request.path("id", text -> text);
        return TitleEvents.round(id)
                .filter(round -> round.phase(now) != Round.Phase.COMING)
                .filter(round -> round.week().until().plus(EventLimits.KEPT).isAfter(now))
                .orElseThrow(() -> Problem.notFound("no such event"));
    }
}
