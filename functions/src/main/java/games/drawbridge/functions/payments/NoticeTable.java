package games.drawbridge.functions.payments;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The notices of all providers as they came, and which of them are still to be worked.
final class NoticeTable {
    static final String NOTICE = "NOTICE#";
    private static final String NOBODY = "unknown";

    private final DynamoDbClient dynamo;
    private final String table;

    NoticeTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PURCHASES_TABLE");
    }

    /// Keeps a notice, to be worked. One that comes again is worked again: it may tell of something
    /// that came after the first one was, and to ask twice is harmless.
    void keep(Notice notice) {
        String payment = notice.payment().orElse(NOBODY);
        var row =
                Row.key(OrderTable.pk(notice.provider(), payment), NOTICE + notice.id())
                        .with("provider", notice.provider())
                        .withOptional("payment", notice.payment().orElse(null))
                        .with("body", notice.body())
                        .with("cameAt", notice.at().toEpochMilli())
                        .with("pending", "notice")
                        .with("due", notice.at().toEpochMilli())
                        .with("expires", notice.at().plus(PaymentLimits.KEPT).getEpochSecond());
        dynamo.putItem(put -> put.tableName(table).item(row.values()));
    }

    /// Those that came before a time and are not worked, oldest first.
    List<Kept> before(Instant time, int most) {
        var values = Row.empty().with(":notice", "notice").with(":time", time.toEpochMilli());
        return dynamo
                .query(query ->
                        query.tableName(table)
                                .indexName("pending")
                                .keyConditionExpression("pending = :notice AND due < :time")
                                .expressionAttributeValues(values.values())
                                .limit(most))
                .items()
                .stream()
                .map(Row::of)
                .map(Kept::of)
                .toList();
    }

    /// Notes that it is worked, unless it has come again since.
    void done(Kept notice) {
        set(notice, "REMOVE pending, due", Row.empty());
    }

    /// Notes that nobody can work it before something else happens: it waits for a person.
    void park(Kept notice, String why) {
        set(
                notice,
                "SET pending = :parked, why = :why",
                Row.empty().with(":parked", "parked").with(":why", why));
    }

    private void set(Kept notice, String change, Row values) {
        values.with(":due", notice.due());
        try {
            dynamo.updateItem(update ->
                    update.tableName(table)
                            .key(Row.key(notice.pk(), notice.sk()).values())
                            .updateExpression(change)
                            .conditionExpression("due = :due")
                            .expressionAttributeValues(values.values()));
        } catch (software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException _) {
            // it came again meanwhile, and is to be worked again
        }
    }

    /// A notice's row.
    ///
    /// @param due when it came last
    record Kept(String pk, String sk, long due) {
        static Kept of(Row row) {
            return new Kept(row.text("pk"), row.text("sk"), row.number("due"));
        }

        String provider() {
            return pk.split("#", 3)[1];
        }

        Optional<String> payment() {
            return Optional.of(pk.split("#", 3)[2]).filter(name -> !name.equals(NOBODY));
        }
    }
}
