package games.drawbridge.functions.wallet;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.player.PlayerId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/// The receipts of all wallets: the memory behind `Idempotency-Key`.
public final class ReceiptTable {
    /// A receipt that is over may be written over. Wants `:seconds`.
    static final String FREE = "attribute_not_exists(pk) OR expires <= :seconds";

    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;
    private final Attempts attempts;

    public ReceiptTable(Aws aws, InstantSource clock, RandomGenerator dice) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("WALLETS_TABLE");
        this.clock = clock;
        attempts = new Attempts(dice);
    }

    public Optional<Receipt> find(PlayerId player, String key) {
        var row = key(player, key).values();
        var answer = dynamo.getItem(get -> get.tableName(table).key(row).consistentRead(true));
        return Row.found(answer.item())
                .filter(found -> !found.expired(clock.instant().getEpochSecond()))
                .map(ReceiptTable::receipt);
    }

    /// Keeps a refusal unless the key was answered before; answers what stands.
    public Receipt remember(PlayerId player, String key, Receipt refusal) {
        return attempts.until(() -> put(player, key, refusal));
    }

    /// Part of a transaction: keeps the answer if the key was not answered before.
    public TransactWriteItem putIfFree(PlayerId player, String key, Receipt receipt) {
        var seconds = Row.empty().with(":seconds", clock.instant().getEpochSecond());
        return row(player, key, receipt).putIf(table, FREE, seconds);
    }

    private Optional<Receipt> put(PlayerId player, String key, Receipt refusal) {
        long seconds = clock.instant().getEpochSecond();
        var row = row(player, key, refusal);
        row.with("expires", seconds + WalletLimits.REFUSAL.toSeconds());
        try {
            dynamo.putItem(put ->
                    put.tableName(table)
                            .item(row.values())
                            .conditionExpression(FREE)
                            .expressionAttributeValues(
                                    Row.empty().with(":seconds", seconds).values())
                            .returnValuesOnConditionCheckFailure(
                                    ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Optional.of(refusal);
        } catch (ConditionalCheckFailedException stands) {
            return Optional.of(receipt(Row.of(stands.item())));
        } catch (TransactionConflictException _) {
            return Optional.empty();
        }
    }

    static Row key(PlayerId player, String key) {
        return Row.key(LedgerRows.pk(player), "ORDER#" + key);
    }

    static Row row(PlayerId player, String key, Receipt receipt) {
        return key(player, key)
                .with("request", receipt.request())
                .with("status", receipt.status())
                .with("answer", receipt.answer());
    }

    private static Receipt receipt(Row row) {
        return new Receipt(row.text("request"), (int) row.number("status"), row.text("answer"));
    }
}
