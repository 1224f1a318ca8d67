package games.drawbridge.functions.email;

import games.drawbridge.functions.RandomText;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// The confirmations that wait beside their orders, and what became of each. A row is pending until
/// it is known whether SES has the letter; `due` says from when on somebody may try.
final class OutboxTable {
    private static final String ORDER = "ORDER#";
    private static final String SK = "OUTBOX#confirmation";
    private static final int NAME_BYTES = 16;

    private final DynamoDbClient dynamo;
    private final String table;
    private final RandomText random = new RandomText(new SecureRandom());

    OutboxTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PURCHASES_TABLE");
    }

    /// The order whose outbox row this is.
    ///
    /// @param pk `ORDER#id`
    static String order(String pk) {
        return pk.substring(ORDER.length());
    }

    /// Takes a confirmation for oneself for a while. Of many who want it one gets it.
    ///
    /// @param until when another may take it if nothing has been heard
    /// @return empty when it is sent, given up, or somebody else's
    Optional<Outgoing> claim(String order, Instant now, Instant until) {
        var values =
                Row.empty()
                        .with(":yes", "yes")
                        .with(":now", now.toEpochMilli())
                        .with(":until", until.toEpochMilli())
                        .with(":me", random.bytes(NAME_BYTES))
                        .with(":none", 0)
                        .with(":one", 1)
                        .values();
        try {
            var answer =
                    dynamo.updateItem(update ->
                            update.tableName(table)
                                    .key(key(order).values())
                                    .updateExpression(
                                            "SET due = :until, claimant = :me,"
                                                    + " attempts = if_not_exists(attempts, :none) + :one")
                                    // the last is our own claim, whose answer was lost
                                    .conditionExpression(
                                            "pending = :yes AND (attribute_not_exists(claimant)"
                                                    + " OR due <= :now OR claimant = :me)")
                                    .expressionAttributeValues(values)
                                    .returnValues(ReturnValue.ALL_NEW));
            var row = Row.of(answer.attributes());
            return Optional.of(
                    new Outgoing(order, Confirmation.of(row.text("mail")), row.number("attempts")));
        } catch (ConditionalCheckFailedException _) {
            return Optional.empty();
        }
    }

    /// It was surely not sent: others may try from then on.
    void release(String order, Instant due) {
        change(order, "SET due = :due", Row.empty().with(":due", due.toEpochMilli()));
    }

    /// SES has it.
    void sent(String order, String message, Instant at) {
        change(
                order,
                "SET sentAt = if_not_exists(sentAt, :at), message = :message"
                        + " REMOVE pending, due, claimant",
                Row.empty().with(":at", at.toEpochMilli()).with(":message", message));
    }

    /// It will not be sent.
    void unsent(String order, String why) {
        change(
                order,
                "SET unsent = :why REMOVE pending, due, claimant",
                Row.empty().with(":why", why));
    }

    private void change(String order, String change, Row values) {
        try {
            dynamo.updateItem(update ->
                    update.tableName(table)
                            .key(key(order).values())
                            .updateExpression(change)
                            .conditionExpression("attribute_exists(pk)")
                            .expressionAttributeValues(values.values()));
        } catch (ConditionalCheckFailedException _) {
            // no order of ours
        }
    }

    /// Orders whose confirmation was due before a time, the most overdue first.
    List<String> due(Instant time, int most) {
        var values = Row.empty().with(":yes", "yes").with(":time", time.toEpochMilli()).values();
        return dynamo
                .query(query ->
                        query.tableName(table)
                                .indexName("pending")
                                .keyConditionExpression("pending = :yes AND due < :time")
                                .expressionAttributeValues(values)
                                .limit(most))
                .items()
                .stream()
                .map(Row::of)
                .filter(row -> row.text("sk").equals(SK))
                .map(row -> order(row.text("pk")))
                .toList();
    }

    private static Row key(String order) {
        return Row.key(ORDER + order, SK);
    }
}
