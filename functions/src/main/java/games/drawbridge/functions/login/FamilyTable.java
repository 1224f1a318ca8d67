package games.drawbridge.functions.login;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// The families of refresh tokens, a row each with the newest one's hash, and a row beside each
/// player's profile for every family that may still live.
public final class FamilyTable {
    private static final String FAMILY = "FAMILY#";

    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;

    public FamilyTable(Aws aws, InstantSource clock) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PLAYERS_TABLE");
        this.clock = clock;
    }

    /// Begins a family.
    ///
    /// @param agent what the client says that it is
    void open(RefreshToken first, PlayerId player, @Nullable String agent) {
        Instant now = clock.instant();
        var head =
                key(first.family())
                        .with("player", player.value())
                        .with("token", first.hash())
                        .with("createdAt", now.toEpochMilli())
                        .with("usedAt", now.toEpochMilli())
                        .with("expires", now.plus(LoginLimits.IDLE).getEpochSecond());
        var mine =
                mine(player, first.family())
                        .with("createdAt", now.toEpochMilli())
                        .withOptional("agent", agent)
                        .with("expires", now.plus(LoginLimits.FAMILY).getEpochSecond());
        dynamo.transactWriteItems(
                write -> write.transactItems(head.putIfAbsent(table), mine.putIfAbsent(table)));
    }

    /// Whose family it is, if this is its newest token and the family lives.
    Optional<PlayerId> owner(RefreshToken newest) {
        var key = key(newest.family()).values();
        var answer = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        return Row.found(answer.item())
                .filter(row -> row.text("token").equals(newest.hash()))
                .filter(row -> !row.expired(clock.instant().getEpochSecond()))
                .map(row -> new PlayerId(row.text("player")));
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
                                    .key(key(old.family()).values())
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
            if (stands.isPresent()) end(old.family());
            return Optional.empty();
        }
    }

    /// Ends the family; harmless when it has ended.
    ///
    /// @return whose it was, if it had not
    Optional<PlayerId> end(String family) {
        var key = key(family).values();
        var gone =
                dynamo.deleteItem(delete ->
                        delete.tableName(table).key(key).returnValues(ReturnValue.ALL_OLD));
        var player = Row.found(gone.attributes()).map(row -> new PlayerId(row.text("player")));
        player.ifPresent(owner -> delete(mine(owner, family).values()));
        return player;
    }

    /// The families of a player that live, the newest first.
    public List<Family> of(PlayerId player) {
        var range = Row.range(pk(player), FAMILY);
        return dynamo
                .query(query -> query.tableName(table).applyMutation(range).consistentRead(true))
                .items()
                .stream()
                .map(Row::of)
                .flatMap(row -> family(row).stream())
                .sorted(Comparator.comparing(Family::createdAt).reversed())
                .toList();
    }

    /// Ends all of a player's families; may be repeated.
    public void endAll(PlayerId player) {
        var range = Row.range(pk(player), FAMILY);
        dynamo
                .query(query -> query.tableName(table).applyMutation(range).consistentRead(true))
                .items()
                .stream()
                .map(Row::of)
                .forEach(row -> {
                    delete(key(id(row)).values());
                    delete(Row.key(row.text("pk"), row.text("sk")).values());
                });
    }

    private Optional<Family> family(Row mine) {
        var key = key(id(mine)).values();
        var head = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        return Row.found(head.item())
                .filter(row -> !row.expired(clock.instant().getEpochSecond()))
                .map(row ->
                        new Family(
                                RefreshToken.shown(id(mine)),
                                Instant.ofEpochMilli(row.number("createdAt")),
                                Instant.ofEpochMilli(row.number("usedAt")),
                                mine.optionalText("agent")));
    }

    private void delete(Map<String, AttributeValue> key) {
        dynamo.deleteItem(delete -> delete.tableName(table).key(key));
    }

    private static String id(Row mine) {
        return mine.text("sk").substring(FAMILY.length());
    }

    private static Row key(String family) {
        return Row.key(FAMILY + family, "HEAD");
    }

    private static Row mine(PlayerId player, String family) {
        return Row.key(pk(player), FAMILY + family);
    }

    private static String pk(PlayerId player) {
        return "PLAYER#" + player;
    }
}
