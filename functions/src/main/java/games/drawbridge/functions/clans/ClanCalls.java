package games.drawbridge.functions.clans;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Calls;

/// All that players do with clans.
public final class ClanCalls extends Calls {
    public ClanCalls() {
        this(Environment.system());
    }

    public ClanCalls(Environment environment) {
        this(Clans.of(environment));
    }

    private ClanCalls(Clans clans) {
        super(
                new ListClans(clans),
                new CreateClan(clans),
                new GetClan(clans),
                new UpdateClan(clans),
                new DisbandClan(clans),
                new JoinClan(clans),
                new AppointMember(clans),
                new RemoveMember(clans),
                new ListRequests(clans),
                new AskClan(clans),
                new AcceptRequest(clans),
                new RefuseRequest(clans),
                new ListInvitations(clans),
                new InvitePlayer(clans),
                new WithdrawInvitation(clans),
                new GetMyClan(clans));
    }
}
