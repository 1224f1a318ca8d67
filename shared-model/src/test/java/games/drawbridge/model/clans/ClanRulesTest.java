package games.drawbridge.model.clans;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.player.PlayerId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClanRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # admission, size, current, invited, accepted, waiting, asked, outcome
                    open,          1,        , false,   false,         0,     0, Joins
                    open,         99,        , false,   false,         0,     0, Joins
                    open,        100,        , false,   false,         0,     0, clan-full
                    open,        100,        , true,    true,          0,     0, clan-full
                    open,          1, wolves , false,   false,         0,     0, Belongs
                    open,          1, bears  , true,    false,         0,     0, already-in-clan
                    request,       1,        , false,   false,         0,     0, Asks
                    request,       1,        , true,    false,       100,    10, Joins
                    request,       1,        , false,   true,        100,    10, Joins
                    request,       1,        , false,   false,        99,     9, Asks
                    request,       1,        , false,   false,       100,     0, too-many-requests
                    request,       1,        , false,   false,         0,    10, too-many-requests
                    request,     100,        , false,   false,         0,     0, clan-full
                    invite,        1,        , false,   false,         0,     0, invite-only
                    invite,        1,        , true,    false,         0,     0, Joins
                    """)
    void whoComesIn(
            String admission,
            int size,
            String current,
            boolean invited,
            boolean accepted,
            int waiting,
            int asked,
            String outcome) {
        var coming =
                new Coming(
                        current == null ? null : new ClanId(current),
                        invited,
                        accepted,
                        waiting,
                        asked);
        var came = coming.to(clan(Admission.of(admission), size));
        assertThat(
                        came instanceof Coming.Outcome.Refused(var refusal)
                                ? refusal.code()
                                : came.getClass().getSimpleName())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    leader,  member,  true
                    leader,  officer, true
                    officer, member,  true
                    officer, officer, false
                    officer, leader,  false
                    member,  member,  false
                    member,  officer, false
                    """)
    void whoPutsOutWhom(String by, String of, boolean may) {
        var refusal = new Removal(member("by", by, 0, 0), member("of", of, 0, 0)).refusal();
        assertThat(refusal.isEmpty()).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({"leader", "officer", "member"})
    void everybodyMayGo(String role) {
        var me = member("me", role, 0, 0);
        assertThat(new Removal(me, me).refusal()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    leader,  of, member,  officer, of=officer
                    leader,  of, officer, member,  of=member
                    leader,  of, officer, officer, ''
                    leader,  of, officer, leader,  of=leader by=officer
                    leader,  by, leader,  leader,  ''
                    leader,  by, leader,  member,  own-role
                    officer, of, member,  officer, not-allowed
                    officer, by, officer, member,  not-allowed
                    member,  by, member,  leader,  not-allowed
                    """)
    void whoGivesWhichRole(String by, String whom, String now, String role, String outcome) {
        var came =
                new Appointment(member("by", by, 0, 0), member(whom, now, 0, 0), ClanRole.of(role))
                        .outcome();
        assertThat(
                        switch (came) {
                            case Appointment.Outcome.Refused(var refusal) -> refusal.code();
                            case Appointment.Outcome.Changes(var members) -> roles(members);
                        })
                .isEqualTo(outcome);
    }

    private static String roles(List<Member> members) {
        return String.join(
                " ",
                members.stream()
                        .map(member -> member.player() + "=" + member.role().text())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # members: name role, days ago joined, days ago seen    | after | due
                    a leader 9 22                                             |       |
                    a leader 9 22, b member 5 0                               | b     | b
                    a leader 9 22, b member 8 0, c officer 2 0, d officer 3 0 | d     | d
                    a leader 9 22, b officer 8 30, c member 2 1               | c     | c
                    a leader 9 22, b officer 8 30, c member 9 30              | b     |
                    a leader 9 21, b officer 8 0                              | b     |
                    """)
    void whoLeadsNext(String members, String after, String due) {
        var all = new ArrayList<Member>();
        for (String each : members.split(", ")) {
            String[] parts = each.strip().split(" +");
            all.add(
                    member(
                            parts[0],
                            parts[1],
                            Integer.parseInt(parts[2]),
                            Integer.parseInt(parts[3])));
        }
        assertThat(Succession.after(all.getFirst(), all, NOW).map(it -> it.player().value()))
                .isEqualTo(Optional.ofNullable(after));
        assertThat(Succession.due(all, NOW).map(it -> it.player().value()))
                .isEqualTo(Optional.ofNullable(due));
    }

    @Test
    void onlyTheLeaderMayDoAll() {
        for (var permission : Permission.values()) {
            assertThat(ClanRole.LEADER.may(permission)).isTrue();
            assertThat(ClanRole.MEMBER.may(permission)).isFalse();
        }
        assertThat(ClanRole.OFFICER.may(Permission.ADMIT)).isTrue();
        assertThat(ClanRole.OFFICER.may(Permission.DISBAND)).isFalse();
    }

    private static Member member(String player, String role, int joined, int seen) {
        return new Member(
                new PlayerId(player),
                ClanRole.of(role),
                NOW.minus(Duration.ofDays(joined)),
                NOW.minus(Duration.ofDays(seen)));
    }

    private static Clan clan(Admission admission, int size) {
        return new Clan(
                new ClanId("wolves"),
                "Wolves",
                "WLF",
                "",
                admission,
                null,
                "en",
                0,
                new PlayerId("ann"),
                size,
                NOW,
                NOW);
    }
}
