package games.drawbridge.functions.aws;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// Any table, of which a row is for whoever comes first.
public final class OnceTable {
    private OnceTable() {}

    /// Writes the row if there is none of its key. One whose answer was lost finds its own, and
    /// counts as written; so it must not be like anybody else's.
    ///
    /// @return false when another's stands there
    public static boolean put(DynamoDbClient dynamo, String table, Row row) {
        try {
            dynamo.putItem(put ->
                    put.tableName(table)
                            .item(row.values())
                            .conditionExpression("attribute_not_exists(pk)")
                            .returnValuesOnConditionCheckFailure(
                                    ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return true;
        } catch (ConditionalCheckFailedException refused) {
            return row.standsAlready(refused);
        }
    }
}
