package games.drawbridge.functions.inbox;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.http.Page;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Effect;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// All mail. What a player throws away leaves its empty row, so that it does not come again with a
/// repeated effect.
public final class MailTable {
    private static final String MAIL = "MAIL#";

    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;

    public MailTable(Aws aws, InstantSource clock) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PLAYERS_TABLE");
        this.clock = clock;
    }

    /// Puts mail into its player's inbox, unless it is there or was thrown away.
    ///
    /// @param attachments each unit once
    /// @param kept how long, 90 days at most
    void add(Effect.Mail mail, List<Attachment> attachments, MailId id, Instant at, Duration kept) {
        put(
                key(mail.player(), id)
                        .with("subject", mail.subject())
                        .with("text", mail.text())
                        .withOptional(
                                "attachments",
                                attachments.isEmpty() ? null : JsonText.write(attachments))
                        .with("at", at.toEpochMilli())
                        .with("expires", at.plus(kept).getEpochSecond()));
    }

    /// Empty when the player never had it, has thrown it away, or it has expired.
    Optional<Mail> find(PlayerId player, MailId id) {
        var key = key(player, id).values();
        var answer = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        return Row.found(answer.item())
                .filter(row -> !row.has("gone"))
                .filter(row -> !row.expired(clock.instant().getEpochSecond()))
                .map(MailTable::mail);
    }

    /// Part of a transaction: what is attached is taken out, and was not before.
    TransactWriteItem claimed(PlayerId player, MailId id) {
        return key(player, id)
                .update(
                        table,
                        "SET claimed = :yes",
                        "attribute_exists(attachments) AND attribute_not_exists(claimed)"
                                + " AND attribute_not_exists(gone) AND expires > :now",
                        Row.empty()
                                .with(":yes", "yes")
                                .with(":now", clock.instant().getEpochSecond()));
    }

    private void put(Row row) {
        try {
            dynamo.putItem(put ->
                    put.tableName(table)
                            .item(row.values())
                            .conditionExpression("attribute_not_exists(pk)"));
        } catch (ConditionalCheckFailedException _) {
            // it is there, or was thrown away
        }
    }

    /// Newest first, one more than the page holds if there are more.
    List<Mail> newest(PlayerId player, Page page) {
        return rows(player, page.after())
                .filter(row -> !row.has("gone"))
                .filter(row -> !row.expired(clock.instant().getEpochSecond()))
                .limit(page.toRead())
                .map(MailTable::mail)
                .toList();
    }

    private Stream<Row> rows(PlayerId player, @Nullable String after) {
        var start = after == null ? null : Row.key(pk(player), MAIL + after).values();
        return dynamo
                .queryPaginator(query ->
                        query.tableName(table)
                                .applyMutation(Row.range(pk(player), MAIL))
                                .scanIndexForward(false)
                                .consistentRead(true) // who was just told of one finds it
                                .exclusiveStartKey(start))
                .items()
                .stream()
                .map(Row::of);
    }

    /// All that is not thrown away, newest first.
    List<Mail> all(PlayerId player) {
        return rows(player, null).filter(row -> !row.has("gone")).map(MailTable::mail).toList();
    }

    /// What came of throwing a mail away.
    enum Removed {
        DONE,
        /// The player never had it, or it has expired.
        NONE,
        /// Something is still in it.
        UNCLAIMED
    }

    /// Throws mail away. Twice is harmless.
    Removed remove(PlayerId player, MailId id) {
        try {
            dynamo.updateItem(update ->
                    update.tableName(table)
                            .key(key(player, id).values())
                            .updateExpression("SET gone = :yes REMOVE subject, #text")
                            .conditionExpression(
                                    "attribute_exists(pk) AND (attribute_not_exists(attachments)"
                                            + " OR attribute_exists(claimed))")
                            .returnValuesOnConditionCheckFailure(
                                    ReturnValuesOnConditionCheckFailure.ALL_OLD)
                            .expressionAttributeNames(Map.of("#text", "text"))
                            .expressionAttributeValues(
                                    Map.of(":yes", AttributeValue.fromS("yes"))));
            return Removed.DONE;
        } catch (ConditionalCheckFailedException refused) {
            return refused.hasItem() ? Removed.UNCLAIMED : Removed.NONE;
        }
    }

    void move(PlayerId from, PlayerId into) {
        rows(from, null)
                .toList()
                .forEach(row -> {
                    var moved = Row.empty();
                    moved.values().putAll(row.values());
                    put(moved.with("pk", pk(into)));
                    delete(from, row);
                });
    }

    void erase(PlayerId player) {
        rows(player, null).toList().forEach(row -> delete(player, row));
    }

    private void delete(PlayerId player, Row row) {
        var key = Row.key(pk(player), row.text("sk")).values();
        dynamo.deleteItem(delete -> delete.tableName(table).key(key));
    }

    private static Mail mail(Row row) {
        return new Mail(
                new MailId(row.text("sk").substring(MAIL.length())),
                Instant.ofEpochMilli(row.number("at")),
                row.text("subject"),
                row.text("text"),
                Instant.ofEpochSecond(row.number("expires")),
                attachments(row),
                row.has("attachments") ? (Boolean) row.has("claimed") : null);
    }

    private static List<Attachment> attachments(Row row) {
        String json = row.optionalText("attachments");
        return json == null ? List.of() : List.of(JsonText.read(json, Attachment[].class));
    }

    private static Row key(PlayerId player, MailId id) {
        return Row.key(pk(player), MAIL + id);
    }

    private static String pk(PlayerId player) {
        return "PLAYER#" + player;
    }
}
