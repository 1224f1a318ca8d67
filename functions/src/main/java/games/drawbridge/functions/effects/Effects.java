package games.drawbridge.functions.effects;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.inbox.MailTable;
import games.drawbridge.functions.leaderboard.Scores;
import games.drawbridge.functions.rooms.MatchRooms;
import games.drawbridge.functions.wallet.WalletTable;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.wallet.Transaction;
import java.security.SecureRandom;
import java.time.InstantSource;

/// Carries effects out. Each is keyed, so doing one twice is harmless.
final class Effects {
    private final EffectTable effects;
    private final WalletTable wallets;
    private final Scores scores;
    private final MailTable mails;
    private final MatchRooms matches;

    Effects(Aws aws, InstantSource clock) {
        var dice = new SecureRandom();
        effects = new EffectTable(aws);
        wallets = new WalletTable(aws, clock, dice);
        scores = new Scores(aws, clock, dice);
        mails = new MailTable(aws, clock);
        matches = new MatchRooms(aws, clock, dice);
    }

    void carryOut(Pending pending) {
        switch (pending.effect()) {
            case Effect.Score score -> scores.count(score, pending.id(), pending.at());
            case Effect.Grant(var player, var unit, var amount) ->
                    wallets.apply(Transaction.prize(pending.id(), player, unit, amount));
            case Effect.Mail mail -> mails.add(mail, pending.id(), pending.at());
            case Effect.Open(var room, var kind, var players) -> matches.open(room, kind, players);
            case Effect.SetTimer _, Effect.StopTimer _ ->
                    throw new IllegalArgumentException(
                            "a timer is the room's own: " + pending.id());
        }
        effects.done(pending);
    }
}
