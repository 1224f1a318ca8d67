package games.drawbridge.model.clans;

import java.util.List;

/// A member wants to give a member a role.
public record Appointment(Member by, Member of, ClanRole role) {

    /// What comes of it.
    public sealed interface Outcome {

        /// These members have other roles from now on.
        record Changes(List<Member> members) implements Outcome {
            public Changes {
                members = List.copyOf(members);
            }
        }

        record Refused(Refusal refusal) implements Outcome {}
    }

    /// Whoever makes another one the leader becomes an officer; a clan has one leader at all times.
    public Outcome outcome() {
        if (!by.may(Permission.APPOINT)) return new Outcome.Refused(Refusal.NOT_ALLOWED);
        if (of.role() == role) return new Outcome.Changes(List.of());
        if (of.player().equals(by.player())) return new Outcome.Refused(Refusal.OWN_ROLE);
        return new Outcome.Changes(
                role == ClanRole.LEADER
                        ? List.of(of.as(ClanRole.LEADER), by.as(ClanRole.OFFICER))
                        : List.of(of.as(role)));
    }
}
