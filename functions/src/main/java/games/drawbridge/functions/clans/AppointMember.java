package games.drawbridge.functions.clans;

import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.clans.Appointment;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.clans.ClanRole;
import games.drawbridge.model.player.PlayerId;
import java.util.Optional;

/// Gives a member a role: `{role}`. Whoever makes another one the leader becomes an officer.
@Route(value = "PUT /v1/clans/{id}/members/{player}", rate = 200, burst = 400)
public final class AppointMember extends Endpoint {
    private final Clans clans;

    AppointMember(Clans clans) {
        this.clans = clans;
    }

    private record Answer(PlayerId playerId, ClanRole role) {}

    @Override
    protected Reply answer(Request request) {
        var id = request.path("id", ClanId::new);
        var of = request.path("player", PlayerId::new);
        var by = request.player();
        var body = request.body().fields();
        var role =
                body.parsed(
                        "role",
                        body.text("role", 1, 16),
                        ClanRole::of,
                        "leader, officer or member");
        clans.clan(id);
        return Reply.ok(clans.attempts().until(() -> appointed(id, by, of, role)));
    }

    /// Empty when others wrote the same rows in between.
    private Optional<Answer> appointed(ClanId id, PlayerId by, PlayerId of, ClanRole role) {
        var officer = clans.member(id, by);
        var member =
                clans.members().find(id, of).orElseThrow(() -> Problem.notFound("no such member"));
        var written =
                switch (new Appointment(officer, member, role).outcome()) {
                    case Appointment.Outcome.Refused(var refusal) -> throw Clans.refused(refusal);
                    case Appointment.Outcome.Changes(var changes) when changes.isEmpty() -> true;
                    case Appointment.Outcome.Changes _ when role == ClanRole.LEADER ->
                            clans.members().handOver(id, officer, member);
                    case Appointment.Outcome.Changes _ ->
                            clans.members()
                                    .appoint(id, member, officer, role, clans.clock().instant());
                };
        return written ? Optional.of(new Answer(of, role)) : Optional.empty();
    }
}
