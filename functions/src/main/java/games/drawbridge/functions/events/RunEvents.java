package games.drawbridge.functions.events;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.clans.Roster;
import games.drawbridge.functions.http.Fault;
import games.drawbridge.functions.inbox.Attachment;
import games.drawbridge.functions.inbox.Mails;
import games.drawbridge.functions.membership.Badge;
import games.drawbridge.functions.membership.MembershipTable;
import games.drawbridge.model.events.Expedition;
import games.drawbridge.model.events.Round;
import games.drawbridge.model.events.Standing;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.title.TitleEvents;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every five minutes matches the clans of rounds that have begun, and sends the prizes of the last
/// ones that are over. Whoever is sent a prize twice has it once.
public final class RunEvents implements RequestHandler<ScheduledEvent, @Nullable Void> {
    private final EventTable events;
    private final Contest contest;
    private final Roster roster;
    private final MembershipTable memberships;
    private final Mails mails;
    private final InstantSource clock;

    public RunEvents() {
        this(Environment.system());
    }

    public RunEvents(Environment environment) {
        this(environment, InstantSource.system());
    }

    RunEvents(Environment environment, InstantSource clock) {
        var aws = new Aws(environment);
        events = new EventTable(aws);
        contest = new Contest(aws);
        roster = new Roster(aws);
        memberships = new MembershipTable(aws);
        mails = new Mails(aws, clock);
        this.clock = clock;
    }

    @Override
    public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
        var now = clock.instant();
        for (var expedition : TitleEvents.EXPEDITIONS) {
            try {
                var running = Round.at(expedition, now);
                contest.groups(running, now);
                for (var round : List.of(running.before().before(), running.before()))
                    if (round.phase(now) == Round.Phase.OVER && !events.isOver(round))
                        end(round, now);
            } catch (RuntimeException fault) {
                Fault.log(context, "expedition " + expedition.id(), fault);
            }
        }
        return null;
    }

    private void end(Round round, Instant began) {
        var paid = events.paid(round);
        for (var group : contest.groups(round, began)) {
            var standings = contest.standings(round, group);
            for (var standing : standings) {
                if (paid.contains(standing.clan())) continue;
                if (clock.instant().isAfter(began.plus(EventLimits.RUN))) return;
                round.expedition()
                        .prize(standing.rank(), standing.score(), group.size())
                        .ifPresent(prize -> pay(round, standing, prize));
                events.pay(round, standing.clan(), clock.instant());
            }
        }
        events.end(round, clock.instant());
    }

    /// To those who were members before the round was over, and are.
    private void pay(Round round, Standing standing, Expedition.Prize prize) {
        var at = round.week().until();
        String name =
                Optional.ofNullable(
                                memberships.badgesOf(List.of(standing.clan())).get(standing.clan()))
                        .map(Badge::name)
                        .orElse("Your clan");
        for (var member : roster.members(standing.clan())) {
            if (!member.joinedAt().isBefore(at)) continue;
            var mail =
                    new Effect.Mail(
                            member.player(),
                            round.expedition().title(),
                            "%s came in at place %d with %d points."
                                    .formatted(name, standing.rank(), standing.score()));
            mails.add(
                    mail,
                    List.of(new Attachment(prize.unit(), prize.amount())),
                    "event#" + round.id() + "#" + member.player(),
                    at,
                    EventLimits.KEPT);
        }
    }
}
