package games.drawbridge.functions.payments;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// The notices of all providers as they came, and which of them are still to be worked.
public final class NoticeTable {
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

    /// All that came about an order, as support reads it.
    List<Came> about(KeptOrder order) {
        return rows(order).map(Came::of).toList();
    }

    /// Forgets all that came about an order; may be repeated.
    void erase(KeptOrder order) {
        rows(order)
                .toList()
                .forEach(row -> {
                    var key = Row.key(row.text("pk"), row.text("sk")).values();
                    dynamo.deleteItem(delete -> delete.tableName(table).key(key));
                });
    }

    private Stream<Row> rows(KeptOrder order) {
        return order.names().stream()
                .map(name -> Row.range(OrderTable.pk(order.order().provider(), name), NOTICE))
                .flatMap(range ->
                        dynamo
                                .queryPaginator(read -> read.tableName(table).applyMutation(range))
                                .items()
                                .stream())
                .map(Row::of);
    }

    /// @param state `notice` while it is to be worked, `parked` when a person must look; absent
    ///   when it is worked
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Came(
            String id, Instant cameAt, @Nullable String state, @Nullable String why, String body) {
        static Came of(Row row) {
            return new Came(
                    row.text("sk").substring(NOTICE.length()),
                    Instant.ofEpochMilli(row.number("cameAt")),
                    row.optionalText("pending"),
                    row.optionalText("why"),
                    row.text("body"));
        }
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
        } catch (ConditionalCheckFailedException _) {
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
