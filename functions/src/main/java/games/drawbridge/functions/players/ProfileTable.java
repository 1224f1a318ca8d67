package games.drawbridge.functions.players;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// The profiles of all players.
public final class ProfileTable {
    private static final String SK = "PROFILE";

    /// A batch read may leave keys out when the table is busy.
    private static final int MOST_READS = 5;

    private final DynamoDbClient dynamo;
    private final String table;

    public ProfileTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PLAYERS_TABLE");
    }

    public Optional<Profile> find(PlayerId player) {
        var answer =
                dynamo.getItem(get -> get.tableName(table).key(key(player)).consistentRead(true));
        return Row.found(answer.item()).map(ProfileTable::profile);
    }

    /// Names of at most 100 players; who has no profile is left out.
    public Map<PlayerId, String> names(Collection<PlayerId> players) {
        var names = new HashMap<PlayerId, String>();
        var keys = players.stream().distinct().map(ProfileTable::key).toList();
        for (int n = 0; n < MOST_READS && !keys.isEmpty(); n++) {
            var answer = dynamo.batchGetItem(names(keys));
            for (var item : answer.responses().getOrDefault(table, List.of()))
                names.put(player(Row.of(item)), Row.of(item).text("name"));
            var left = answer.unprocessedKeys().get(table);
            keys = left == null ? List.of() : left.keys();
        }
        if (!keys.isEmpty()) throw new IllegalStateException("DynamoDB leaves keys unread");
        return names;
    }

    private BatchGetItemRequest names(List<Map<String, AttributeValue>> keys) {
        var read =
                KeysAndAttributes.builder()
                        .keys(keys)
                        .projectionExpression("pk, #name")
                        .expressionAttributeNames(Map.of("#name", "name"))
                        .build();
        return BatchGetItemRequest.builder().requestItems(Map.of(table, read)).build();
    }

    /// The profile as it is afterwards; empty when there is no such player.
    Optional<Profile> change(PlayerId player, Change change) {
        var names = new HashMap<String, String>();
        var values = Row.empty();
        change.values()
                .forEach((name, value) -> {
                    names.put("#" + name, name);
                    value.ifPresent(text -> values.with(":" + name, text));
                });
        try {
            var answer =
                    dynamo.updateItem(update ->
                            update.tableName(table)
                                    .key(key(player))
                                    .updateExpression(change.expression())
                                    .conditionExpression("attribute_exists(pk)")
                                    .expressionAttributeNames(names)
                                    .expressionAttributeValues(values.orNone())
                                    .returnValues(ReturnValue.ALL_NEW));
            return Row.found(answer.attributes()).map(ProfileTable::profile);
        } catch (ConditionalCheckFailedException _) {
            return Optional.empty();
        }
    }

    /// A new player's row, to be written together with the identity that leads to it.
    public static Row row(Profile profile) {
        return Row.key(pk(profile.playerId()), SK)
                .with("name", profile.name())
                .with("locale", profile.locale())
                .withOptional("country", profile.country())
                .withOptional("avatar", profile.avatar())
                .with("createdAt", profile.createdAt().toEpochMilli())
                .with("identities", profile.identities());
    }

    private static Profile profile(Row row) {
        return new Profile(
                player(row),
                row.text("name"),
                row.text("locale"),
                row.optionalText("country"),
                row.optionalText("avatar"),
                Instant.ofEpochMilli(row.number("createdAt")),
                row.texts("identities"));
    }

    private static String pk(PlayerId player) {
        return "PLAYER#" + player;
    }

    private static PlayerId player(Row row) {
        return new PlayerId(row.text("pk").substring("PLAYER#".length()));
    }

    private static Map<String, AttributeValue> key(PlayerId player) {
        return Row.key(pk(player), SK).values();
    }
}
