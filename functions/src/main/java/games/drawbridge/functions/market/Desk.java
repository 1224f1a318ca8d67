package games.drawbridge.functions.market;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.bans.BanTable;
import games.drawbridge.functions.bans.Scope;
import games.drawbridge.functions.config.LiveConfig;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.wallet.Outcome;
import games.drawbridge.functions.wallet.Receipt;
import games.drawbridge.functions.wallet.WalletTable;
import games.drawbridge.model.config.Setting;
import games.drawbridge.model.title.TitleConfig;
import games.drawbridge.model.wallet.Transaction;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// What the calls share that move goods and money.
record Desk(
        OfferTable offers,
        SaleTable sales,
        TradeTable trades,
        CountTable counts,
        KeyTable keys,
        WalletTable wallets,
        LiveConfig config,
        BanTable bans,
        InstantSource clock) {
    private static final int ROW_OF_STATE = 0;
    private static final int ROW_OF_COUNT = 1;

    static Desk of(Environment environment) {
        var aws = new Aws(environment);
        var clock = InstantSource.system();
        return new Desk(
                new OfferTable(aws, clock),
                new SaleTable(aws),
                new TradeTable(aws, clock),
                new CountTable(aws),
                new KeyTable(aws, clock),
                new WalletTable(aws, clock, new SecureRandom()),
                new LiveConfig(aws, clock),
                new BanTable(aws, clock),
                clock);
    }

    /// Answers once per key, refusals included.
    Reply once(Asked asked, Supplier<Receipt> work) {
        var earlier = keys.find(asked);
        return reply(asked, earlier.isPresent() ? earlier.get() : worked(asked, work));
    }

    private Receipt worked(Asked asked, Supplier<Receipt> work) {
        try {
            bans.check(asked.player(), Scope.MARKET);
            if (!config.flag(TitleConfig.MARKET))
                throw new Problem(422, "market-closed", "the market is closed at this moment");
            return work.get();
        } catch (Problem refused) {
            if (refused.status() >= 500) throw refused;
            return keys.remember(
                    asked, new Receipt(asked.hash(), refused.status(), refused.json()));
        }
    }

    /// Moves what a transaction moves, and writes these rows in the same moment: first that of what
    /// it is about, then the count of the day, then others.
    ///
    /// @throws Problem when it does not happen
    Receipt move(
            Asked asked, Transaction transaction, Receipt receipt, List<TransactWriteItem> rows) {
        var all = new ArrayList<>(rows);
        all.add(keys.put(asked, receipt));
        return switch (wallets.apply(transaction, _ -> all)) {
            case Outcome.Applied _ -> receipt;
            case Outcome.AlreadyApplied _ -> keys.find(asked).orElseThrow(Desk::gone);
            case Outcome.InsufficientFunds(var unit) ->
                    throw new Problem(422, "insufficient-funds", "not enough " + unit);
            case Outcome.Refused(var which) when which.contains(rows.size()) ->
                    keys.find(asked).orElseThrow(Desk::gone);
            case Outcome.Refused(var which) when which.contains(ROW_OF_STATE) -> throw gone();
            case Outcome.Refused(var which) when which.contains(ROW_OF_COUNT) -> throw tooMany();
            case Outcome.Refused _ -> throw gone();
        };
    }

    /// How often a player may do something on a day.
    ///
    /// @throws Problem 422 when not at all
    long most(Setting.Whole setting) {
        long most = config.whole(setting);
        if (most < 1) throw tooMany();
        return most;
    }

    static Problem gone() {
        return new Problem(409, "offer-gone", "it is sold, taken back or over");
    }

    private static Problem tooMany() {
        return new Problem(422, "daily-limit", "no more of that today");
    }

    private static Reply reply(Asked asked, Receipt receipt) {
        if (!receipt.request().equals(asked.hash()))
            throw new Problem(422, "idempotency-mismatch", "this key was used for something else");
        return receipt.status() < 400
                ? Reply.json(receipt.status(), receipt.answer())
                : Problem.reply(receipt.status(), receipt.answer());
    }
}
