package games.drawbridge.functions.admin;

import games.drawbridge.functions.Digest;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.functions.store.Shelf;
import games.drawbridge.functions.wallet.Outcome;
import games.drawbridge.functions.wallet.PurchaseNewsTable;
import games.drawbridge.functions.wallet.Receipt;
import games.drawbridge.functions.wallet.ReceiptTable;
import games.drawbridge.functions.wallet.WalletTable;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Booking;
import games.drawbridge.model.wallet.Transaction;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Gives a player something or takes it back, once per key: `{kind, id, instance?, amount,
/// reason}`, with a negative amount to take.
@Route(value = "POST /v1/admin/players/{id}/grants", rate = 50, burst = 100)
public final class GrantGoods extends AdminEndpoint {
    private final ProfileTable profiles;
    private final Shelf shelf;
    private final WalletTable wallets;
    private final ReceiptTable receipts;
    private final PurchaseNewsTable news;
    private final InstantSource clock = InstantSource.system();

    public GrantGoods() {
        this(Environment.system());
    }

    public GrantGoods(Environment environment) {
        this(new Aws(environment));
    }

    private GrantGoods(Aws aws) {
        super(aws, Role.SUPPORT, true);
        var dice = new SecureRandom();
        profiles = new ProfileTable(aws);
        shelf = new Shelf(aws, clock);
        wallets = new WalletTable(aws, clock, dice);
        receipts = new ReceiptTable(aws, clock, dice);
        news = new PurchaseNewsTable(aws);
    }

    /// @param balances of what was changed, as it is after it
    private record Answer(String transaction, Map<String, Long> balances) {}

    @Override
    @Nullable String subject(Request request) {
        return request.path("id", PlayerId::new).value();
    }

    @Override
    Act act(Request request) {
        var player = request.path("id", PlayerId::new);
        String key = "support\n" + request.idempotencyKey();
        String hash = Digest.sha256(request.body().text());
        String id = "support#" + Digest.sha256(player + "\n" + key).substring(0, 32);
        var gift = Gift.of(request.body().fields());
        if (profiles.find(player).isEmpty()) throw Problem.notFound("no such player");
        var receipt = book(player, key, hash, gift.transaction(id, player, shelf.catalogue()));
        if (!receipt.request().equals(hash))
            throw new Problem(422, "idempotency-mismatch", "this key was used with another body");
        return receipt.status() == 201
                ? Act.changed(Reply.json(201, receipt.answer()), null, gift)
                : Act.changed(Problem.reply(receipt.status(), receipt.answer()), null, null);
    }

    private Receipt book(PlayerId player, String key, String hash, Transaction transaction) {
        var outcome =
                wallets.apply(
                        transaction, booked -> beside(player, key, hash, transaction, booked));
        return switch (outcome) {
            case Outcome.InsufficientFunds(var unit) ->
                    receipts.remember(player, key, refused(hash, "not enough " + unit));
            case Outcome.Applied _, Outcome.AlreadyApplied _, Outcome.Refused _ ->
                    receipts.find(player, key)
                            .orElseThrow(
                                    () -> Problem.unavailable("busy", "try again in a moment"));
        };
    }

    private List<TransactWriteItem> beside(
            PlayerId player,
            String key,
            String hash,
            Transaction transaction,
            Booking.Booked booked) {
        var rows = new ArrayList<TransactWriteItem>();
        rows.add(receipts.putIfFree(player, key, done(hash, transaction, booked)));
        news.row(transaction.id(), player, booked, clock.instant()).ifPresent(rows::add);
        return rows;
    }

    private static Receipt done(String hash, Transaction transaction, Booking.Booked booked) {
        var balances = new TreeMap<String, Long>();
        booked.after()
                .forEach((pocket, stands) -> balances.put(pocket.unit().value(), stands.held()));
        return new Receipt(hash, 201, JsonText.write(new Answer(transaction.id(), balances)));
    }

    private static Receipt refused(String hash, String detail) {
        return new Receipt(hash, 422, new Problem(422, "insufficient-funds", detail).json());
    }
}
