package games.drawbridge.functions.effects;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.leaderboard.BoardTable;
import games.drawbridge.functions.wallet.WalletTable;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.wallet.Transaction;
import java.security.SecureRandom;
import java.time.InstantSource;

/// Carries effects out. Each is keyed, so doing one twice is harmless.
final class Effects {
    private final EffectTable effects;
    private final WalletTable wallets;
    private final BoardTable boards;

    Effects(Aws aws, InstantSource clock) {
        var dice = new SecureRandom();
        effects = new EffectTable(aws);
        wallets = new WalletTable(aws, clock, dice);
        boards = new BoardTable(aws, dice);
    }

    void carryOut(Pending pending) {
        switch (pending.effect()) {
            case Effect.Score score -> boards.add(score, pending.id(), pending.at());
            case Effect.Grant grant -> wallets.apply(Transaction.prize(pending.id(), grant));
            case Effect.SetTimer _, Effect.StopTimer _ ->
                    throw new IllegalArgumentException(
                            "a timer is the room's own: " + pending.id());
        }
        effects.done(pending);
    }
}
