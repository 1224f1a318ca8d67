package games.drawbridge.functions.market;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.wallet.Receipt;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// What was answered under idempotency keys.
final class KeyTable {
    private static final String FREE = "attribute_not_exists(pk) OR expires <= :seconds";

    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;

    KeyTable(Aws aws, InstantSource clock) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("MARKET_TABLE");
        this.clock = clock;
    }

    Optional<Receipt> find(Asked asked) {
        var key = key(asked).values();
        var answer = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        return Row.found(answer.item())
                .filter(row -> !row.expired(clock.instant().getEpochSecond()))
                .map(KeyTable::receipt);
    }

    /// Part of a transaction.
    TransactWriteItem put(Asked asked, Receipt receipt) {
        return row(asked, receipt).putIf(table, FREE, seconds());
    }

    /// Keeps a refusal unless the key was answered before; answers what stands.
    Receipt remember(Asked asked, Receipt refusal) {
        try {
            dynamo.putItem(put ->
                    put.tableName(table)
                            .item(row(asked, refusal).values())
                            .conditionExpression(FREE)
                            .expressionAttributeValues(seconds().values())
                            .returnValuesOnConditionCheckFailure(
                                    ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return refusal;
        } catch (ConditionalCheckFailedException stands) {
            return receipt(Row.of(stands.item()));
        }
    }

    private Row seconds() {
        return Row.empty().with(":seconds", clock.instant().getEpochSecond());
    }

    private Row row(Asked asked, Receipt receipt) {
        var expires = clock.instant().plus(MarketCallLimits.KEY);
        return key(asked)
                .with("request", receipt.request())
                .with("status", receipt.status())
                .with("answer", receipt.answer())
                .with("expires", expires.getEpochSecond());
    }

    private static Receipt receipt(Row row) {
        return new Receipt(row.text("request"), (int) row.number("status"), row.text("answer"));
    }

    private static Row key(Asked asked) {
        return Row.key("KEY#" + asked.player(), asked.key());
    }
}
