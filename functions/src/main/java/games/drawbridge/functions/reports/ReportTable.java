package games.drawbridge.functions.reports;

import games.drawbridge.functions.Digest;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.OnceTable;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.http.Page;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// All reports, a year long.
public final class ReportTable {
    private static final String PK = "REPORTS";
    private static final Duration KEPT = Duration.ofDays(365);
    private static final int DIGITS = 16;

    private final DynamoDbClient dynamo;
    private final String table;

    public ReportTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PLAYERS_TABLE");
    }

    /// Puts a report down, once of each source.
    ///
    /// @param source names what wrote it: room, seq and position
    public void add(Effect.Report report, RoomId room, String source, Instant at) {
        var id =
                "%013d-%s".formatted(at.toEpochMilli(), Digest.sha256(source).substring(0, DIGITS));
        OnceTable.put(
                dynamo,
                table,
                Row.key(PK, id)
                        .with("room", room.value())
                        .with("by", report.player().value())
                        .with("about", report.about().value())
                        .with("reason", report.reason())
                        .with("context", JsonText.write(report.context()))
                        .with("at", at.toEpochMilli())
                        .with("expires", at.plus(KEPT).getEpochSecond()));
    }

    /// Newest first, one more than the page holds if there are more.
    ///
    /// @param open those that nobody has dealt with, or the others
    public List<Report> newest(boolean open, Page page) {
        String after = page.after();
        var start = after == null ? null : Row.key(PK, after).values();
        return dynamo
                .queryPaginator(query ->
                        query.tableName(table)
                                .keyConditionExpression("pk = :reports")
                                .filterExpression(
                                        open
                                                ? "attribute_not_exists(closedBy)"
                                                : "attribute_exists(closedBy)")
                                .expressionAttributeValues(
                                        Map.of(":reports", AttributeValue.fromS(PK)))
                                .scanIndexForward(false)
                                .exclusiveStartKey(start))
                .items()
                .stream()
                .limit(page.toRead())
                .map(Row::of)
                .map(ReportTable::report)
                .toList();
    }

    /// Closes a report; nothing when there is none of that id. A second time the first one stays.
    public Optional<Report> close(String id, PlayerId by) {
        try {
            var answer =
                    dynamo.updateItem(update ->
                            update.tableName(table)
                                    .key(Row.key(PK, id).values())
                                    .updateExpression("SET closedBy = if_not_exists(closedBy, :by)")
                                    .conditionExpression("attribute_exists(pk)")
                                    .expressionAttributeValues(
                                            Map.of(":by", AttributeValue.fromS(by.value())))
                                    .returnValues(ReturnValue.ALL_NEW));
            return Optional.of(report(Row.of(answer.attributes())));
        } catch (ConditionalCheckFailedException none) {
            return Optional.empty();
        }
    }

    private static Report report(Row row) {
        String closedBy = row.optionalText("closedBy");
        return new Report(
                row.text("sk"),
                Instant.ofEpochMilli(row.number("at")),
                new RoomId(row.text("room")),
                new PlayerId(row.text("by")),
                new PlayerId(row.text("about")),
                row.text("reason"),
                new Json(row.text("context")),
                closedBy == null ? null : new PlayerId(closedBy));
    }
}
