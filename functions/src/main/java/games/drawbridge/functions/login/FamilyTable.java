package games.drawbridge.functions.login;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// The families of refresh tokens, a row each with the newest one's hash.
final class FamilyTable {
    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;

    FamilyTable(Aws aws, InstantSource clock) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PLAYERS_TABLE");
        this.clock = clock;
    }

    /// Begins a family.
    void open(RefreshToken first, PlayerId player) {
        Instant now = clock.instant();
        var row =
                Row.key(pk(first), "HEAD")
                        .with("player", player.value())
                        .with("token", first.hash())
                        .with("createdAt", now.toEpochMilli())
                        .with("usedAt", now.toEpochMilli())
                        .with("expires", now.plus(LoginLimits.IDLE).getEpochSecond());
        try {
            dynamo.putItem(put ->
                    put.tableName(table)
                            .item(row.values())
                            .conditionExpression("attribute_not_exists(pk)")
                            .returnValuesOnConditionCheckFailure(
                                    ReturnValuesOnConditionCheckFailure.ALL_OLD));
        } catch (ConditionalCheckFailedException refused) {
            if (!row.standsAlready(refused)) throw refused;
        }
    }

    /// Puts `next` in the place of `old` and answers whose family it is. Any other token than the
    /// newest ends the family: either the player or a thief holds a copy, and nobody knows who. If
    /// `next` is there already, an earlier try of this very call had arrived.
    Optional<PlayerId> rotate(RefreshToken old, RefreshToken next) {
        Instant now = clock.instant();
        var values =
                Row.empty()
                        .with(":old", old.hash())
                        .with(":new", next.hash())
                        .with(":now", now.toEpochMilli())
                        .with(":seconds", now.getEpochSecond())
                        .with(":expires", now.plus(LoginLimits.IDLE).getEpochSecond())
                        .with(":oldest", now.minus(LoginLimits.FAMILY).toEpochMilli());
        try {
            var answer =
                    dynamo.updateItem(update ->
                            update.tableName(table)
                                    .key(key(old))
                                    .updateExpression(
                                            "SET #token = :new, usedAt = :now, expires = :expires")
                                    .conditionExpression(
                                            "#token = :old AND expires > :seconds AND createdAt > :oldest")
                                    .expressionAttributeNames(Map.of("#token", "token"))
                                    .expressionAttributeValues(values.values())
                                    .returnValues(ReturnValue.ALL_NEW)
                                    .returnValuesOnConditionCheckFailure(
                                            ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Optional.of(new PlayerId(Row.of(answer.attributes()).text("player")));
        } catch (ConditionalCheckFailedException refused) {
            var stands = Row.found(refused.item());
            if (stands.filter(row -> row.text("token").equals(next.hash())).isPresent())
                return stands.map(row -> new PlayerId(row.text("player")));
            if (stands.isPresent()) end(old);
            return Optional.empty();
        }
    }

    /// Ends the family; harmless when it has ended.
    void end(RefreshToken any) {
        dynamo.deleteItem(delete -> delete.tableName(table).key(key(any)));
    }

    private static String pk(RefreshToken token) {
        return "FAMILY#" + token.family();
    }

    private static Map<String, AttributeValue> key(RefreshToken token) {
        return Row.key(pk(token), "HEAD").values();
    }
}
