package games.drawbridge.functions.accounts;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.bans.BanHolding;
import games.drawbridge.functions.clans.ClanHolding;
import games.drawbridge.functions.email.AddressHolding;
import games.drawbridge.functions.finance.MovementHolding;
import games.drawbridge.functions.friends.FriendHolding;
import games.drawbridge.functions.holding.Holding;
import games.drawbridge.functions.inbox.MailHolding;
import games.drawbridge.functions.leaderboard.BoardHolding;
import games.drawbridge.functions.login.LoginHolding;
import games.drawbridge.functions.mailing.MailingHolding;
import games.drawbridge.functions.market.MarketHolding;
import games.drawbridge.functions.payments.PaymentHolding;
import games.drawbridge.functions.players.ProfileHolding;
import games.drawbridge.functions.rating.RatingHolding;
import games.drawbridge.functions.rooms.SeatHolding;
import games.drawbridge.functions.wallet.WalletHolding;
import java.time.InstantSource;
import java.util.List;

/// Every part of the program that holds something of players.
final class Holdings {
    private Holdings() {}

    /// In the order in which they are told, handed over and forgotten: whoever leads to a player
    /// goes first, and the profile last.
    static List<Holding> all(Aws aws, InstantSource clock) {
        return List.of(
                new LoginHolding(aws, clock),
                new MarketHolding(aws, clock),
                new WalletHolding(aws, clock),
                new PaymentHolding(aws),
                new MovementHolding(aws),
                new BoardHolding(aws, clock),
                new SeatHolding(aws),
                new RatingHolding(aws, clock),
                new ClanHolding(aws, clock),
                new FriendHolding(aws, clock),
                new MailHolding(aws, clock),
                new AddressHolding(aws),
                new MailingHolding(aws),
                new BanHolding(aws, clock),
                new ProfileHolding(aws));
    }
}
