package games.drawbridge.functions.inbox;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.wallet.Outcome;
import games.drawbridge.functions.wallet.WalletTable;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Account;
import games.drawbridge.model.wallet.Leg;
import games.drawbridge.model.wallet.Transaction;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Takes out what one of the caller's mails brings, once. Asked again it answers the same.
@Route(value = "POST /v1/players/me/mail/{mail}/claim", rate = 300, burst = 600)
public final class ClaimMail extends Endpoint {
    private final MailTable mails;
    private final WalletTable wallets;

    public ClaimMail() {
        this(Environment.system());
    }

    public ClaimMail(Environment environment) {
        var aws = new Aws(environment);
        var clock = InstantSource.system();
        mails = new MailTable(aws, clock);
        wallets = new WalletTable(aws, clock, new SecureRandom());
    }

    @Override
    protected Reply answer(Request request) {
        var player = request.player();
        var mail = find(player, request.path("mail", MailId::new));
        if (mail.attachments().isEmpty())
            throw new Problem(422, "nothing-attached", "this mail brings nothing");
        if (!Boolean.TRUE.equals(mail.claimed())) claim(player, mail);
        return Reply.ok(Map.of("granted", mail.attachments()));
    }

    private void claim(PlayerId player, Mail mail) {
        var legs = new ArrayList<Leg>();
        for (var each : mail.attachments())
            legs.addAll(
                    Transaction.move(
                            Account.PRIZES, Account.of(player), each.unit(), each.amount()));
        var transaction = new Transaction("mail#" + player + "#" + mail.id(), "mail", legs);
        var row = mails.claimed(player, mail.id());
        switch (wallets.apply(transaction, _ -> List.of(row))) {
            case Outcome.Applied _, Outcome.AlreadyApplied _ -> {}
            case Outcome.Refused _ -> {
                if (!Boolean.TRUE.equals(find(player, mail.id()).claimed()))
                    throw Problem.unavailable("busy", "try again in a moment");
            }
            case Outcome.InsufficientFunds _ ->
                    throw new IllegalStateException("prizes are never short");
        }
    }

    private Mail find(PlayerId player, MailId id) {
        return mails.find(player, id).orElseThrow(() -> Problem.notFound("no such mail"));
    }
}
