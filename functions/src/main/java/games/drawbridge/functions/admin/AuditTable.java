package games.drawbridge.functions.admin;

import games.drawbridge.functions.RandomText;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.http.Page;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Json;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// The audit log. Functions may add to it and read it; none may change or delete.
final class AuditTable {
    private static final int ID_SYMBOLS = 12;

    private final DynamoDbClient dynamo;
    private final String table;
    private final RandomText random = new RandomText(new SecureRandom());

    AuditTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("AUDIT_TABLE");
    }

    String newCall() {
        return random.symbols(ID_SYMBOLS);
    }

    void add(AuditEntry entry) {
        var before = entry.before();
        var after = entry.after();
        var row =
                Row.key(pk(day(entry.at())), position(entry))
                        .with("call", entry.call())
                        .with("at", entry.at().toEpochMilli())
                        .with("who", entry.who().value())
                        .with("what", entry.what())
                        .withOptional("subject", entry.subject())
                        .withOptional("why", entry.why())
                        .with("outcome", entry.outcome())
                        .withOptional("before", before == null ? null : before.text())
                        .withOptional("after", after == null ? null : after.text());
        dynamo.putItem(put -> put.tableName(table).item(row.values()));
    }

    /// Of one day, newest first; one more than the page holds if there are more.
    List<AuditEntry> of(LocalDate day, Page page) {
        String after = page.after();
        var start = after == null ? null : Row.key(pk(day), after).values();
        return entries(query("pk = :pk", ":pk", pk(day), page, start).build());
    }

    /// About somebody or something, newest first.
    List<AuditEntry> about(String subject, Page page) {
        String after = page.after();
        var start = after == null ? null : start(subject, after);
        return entries(
                query("subject = :subject", ":subject", subject, page, start)
                        .indexName("subjects")
                        .build());
    }

    private static Map<String, AttributeValue> start(String subject, String position) {
        var at = Instant.ofEpochMilli(Long.parseLong(position.substring(0, 13)));
        return Row.key(pk(day(at)), position).with("subject", subject).values();
    }

    private QueryRequest.Builder query(
            String condition,
            String name,
            String value,
            Page page,
            @Nullable Map<String, AttributeValue> start) {
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression(condition)
                .expressionAttributeValues(Row.empty().with(name, value).values())
                .scanIndexForward(false)
                .limit(page.toRead())
                .exclusiveStartKey(start);
    }

    private List<AuditEntry> entries(QueryRequest query) {
        return dynamo.query(query).items().stream().map(Row::of).map(AuditTable::entry).toList();
    }

    /// Where an entry stands, in the order of time.
    static String position(AuditEntry entry) {
        int turn = entry.outcome().equals(AuditEntry.BEGUN) ? 0 : 1;
        return "%013d#%d#%s".formatted(entry.at().toEpochMilli(), turn, entry.call());
    }

    private static AuditEntry entry(Row row) {
        return new AuditEntry(
                row.text("call"),
                Instant.ofEpochMilli(row.number("at")),
                new PlayerId(row.text("who")),
                row.text("what"),
                row.optionalText("subject"),
                row.optionalText("why"),
                row.text("outcome"),
                json(row.optionalText("before")),
                json(row.optionalText("after")));
    }

    private static @Nullable Json json(@Nullable String text) {
        return text == null ? null : new Json(text);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static String pk(LocalDate day) {
        return "DAY#" + day;
    }
}
