package games.drawbridge.functions.players;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.BatchTable;
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
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// The profiles of all players.
public final class ProfileTable {
    private static final String SK = "PROFILE";
    private static final String THERE = "attribute_exists(pk) AND attribute_not_exists(deleting)";

    /// Of one batch read.
    private static final int TOGETHER = 100;

    private final DynamoDbClient dynamo;
    private final String table;

    public ProfileTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PLAYERS_TABLE");
    }

    public Optional<Profile> find(PlayerId player) {
        var answer =
                dynamo.getItem(get -> get.tableName(table).key(key(player)).consistentRead(true));
        return Row.found(answer.item()).filter(ProfileTable::stays).map(ProfileTable::profile);
    }

    /// Players of that name, however it is written; found a moment after they took it.
    public List<PlayerId> named(String name, int most) {
        var folded = Row.empty().with(":folded", PlayerName.folded(name));
        return dynamo
                .query(query ->
                        query.tableName(table)
                                .indexName("names")
                                .keyConditionExpression("folded = :folded")
                                .expressionAttributeValues(folded.values())
                                .limit(most))
                .items()
                .stream()
                .map(Row::of)
                .map(ProfileTable::player)
                .toList();
    }

    /// Gives a player these roles and no others; empty when there is no such player.
    public Optional<Profile> appoint(PlayerId player, List<String> roles) {
        try {
            var answer =
                    dynamo.updateItem(update ->
                            update.tableName(table)
                                    .key(key(player))
                                    .updateExpression("SET #roles = :roles")
                                    .conditionExpression(THERE)
                                    .expressionAttributeNames(Map.of("#roles", "roles"))
                                    .expressionAttributeValues(
                                            Row.empty().with(":roles", roles).values())
                                    .returnValues(ReturnValue.ALL_NEW));
            return Row.found(answer.attributes()).map(ProfileTable::profile);
        } catch (ConditionalCheckFailedException _) {
            return Optional.empty();
        }
    }

    /// The cards of at most 100 players; who has no profile is left out.
    Map<PlayerId, Profile.Card> cards(Collection<PlayerId> players) {
        var cards = new HashMap<PlayerId, Profile.Card>();
        for (var row : read(players, "pk, #name, avatar, deleting"))
            if (stays(row)) cards.put(player(row), card(row));
        return cards;
    }

    /// Names of at most 100 players; who has no profile is left out.
    public Map<PlayerId, String> names(Collection<PlayerId> players) {
        var names = new HashMap<PlayerId, String>();
        for (var row : read(players, "pk, #name")) names.put(player(row), row.text("name"));
        return names;
    }

    /// Countries of those of these players who say theirs.
    public Map<PlayerId, String> countries(Collection<PlayerId> players) {
        return said(players, "country");
    }

    /// Who brought those of these players whom somebody brought.
    public Map<PlayerId, String> affiliates(Collection<PlayerId> players) {
        return said(players, "affiliate");
    }

    /// An attribute of those of these players who have it.
    private Map<PlayerId, String> said(Collection<PlayerId> players, String attribute) {
        var said = new HashMap<PlayerId, String>();
        var all = List.copyOf(players);
        for (int at = 0; at < all.size(); at += TOGETHER)
            for (var row :
                    read(
                            all.subList(at, Math.min(all.size(), at + TOGETHER)),
                            "pk, #name, " + attribute)) {
                var value = row.optionalText(attribute);
                if (value != null) said.put(player(row), value);
            }
        return said;
    }

    private List<Row> read(Collection<PlayerId> players, String attributes) {
        var keys = players.stream().distinct().map(each -> Row.key(pk(each), SK)).toList();
        return BatchTable.read(dynamo, table, keys, attributes, Map.of("#name", "name"));
    }

    /// The profile as it is afterwards; empty when there is no such player.
    Optional<Profile> change(PlayerId player, Change change) {
        var parts = parts(change);
        try {
            var answer =
                    dynamo.updateItem(update ->
                            update.tableName(table)
                                    .key(key(player))
                                    .updateExpression(change.expression())
                                    .conditionExpression(THERE)
                                    .expressionAttributeNames(parts.names())
                                    .expressionAttributeValues(parts.values().orNone())
                                    .returnValues(ReturnValue.ALL_NEW));
            return Row.found(answer.attributes()).map(ProfileTable::profile);
        } catch (ConditionalCheckFailedException _) {
            return Optional.empty();
        }
    }

    /// Part of a transaction: the same.
    TransactWriteItem changing(PlayerId player, Change change) {
        var parts = parts(change);
        return TransactWriteItem.builder()
                .update(update ->
                        update.tableName(table)
                                .key(key(player))
                                .updateExpression(change.expression())
                                .conditionExpression(THERE)
                                .expressionAttributeNames(parts.names())
                                .expressionAttributeValues(parts.values().orNone()))
                .build();
    }

    private record Parts(Map<String, String> names, Row values) {}

    private static Parts parts(Change change) {
        var names = new HashMap<String, String>();
        var values = Row.empty();
        change.values()
                .forEach((name, value) -> {
                    names.put("#" + name, name);
                    value.ifPresent(text -> values.with(":" + name, text));
                });
        return new Parts(names, values);
    }

    /// Part of a transaction: marks a profile as one that is being forgotten; from then on it is
    /// not found.
    public TransactWriteItem forget(PlayerId player) {
        var yes = Row.empty().with(":yes", "yes");
        return Row.key(pk(player), SK).update(table, "SET deleting = :yes", THERE, yes);
    }

    /// Takes a profile away, and the name if it is the player's own; may be repeated.
    void erase(PlayerId player) {
        var row = Row.found(dynamo.getItem(get -> get.tableName(table).key(key(player))).item());
        var folded = row.map(found -> PlayerName.folded(found.text("name")));
        folded.ifPresent(name -> freeName(name, player));
        dynamo.deleteItem(delete -> delete.tableName(table).key(key(player)));
    }

    private void freeName(String folded, PlayerId player) {
        var me = Row.empty().with(":me", player.value()).values();
        try {
            dynamo.deleteItem(delete ->
                    delete.tableName(table)
                            .key(Row.key("NAME#" + folded, "HEAD").values())
                            .conditionExpression("attribute_not_exists(pk) OR player = :me")
                            .expressionAttributeValues(me));
        } catch (ConditionalCheckFailedException _) {
            // it is another player's
        }
    }

    /// A new player's row, to be written together with the identity that leads to it.
    public static Row row(Profile profile) {
        return Row.key(pk(profile.playerId()), SK)
                .with("name", profile.name())
                .with("locale", profile.locale())
                .withOptional("country", profile.country())
                .withOptional("avatar", profile.avatar())
                .withOptional("affiliate", profile.affiliate())
                .with("createdAt", profile.createdAt().toEpochMilli())
                .with("identities", profile.identities())
                .withOptional("folded", PlayerName.folded(profile.name()));
    }

    /// Part of a transaction: gives a player other identities, if they still are what was seen.
    public TransactWriteItem reach(Profile seen, List<String> identities) {
        return Row.key(pk(seen.playerId()), SK)
                .update(
                        table,
                        "SET identities = :next",
                        "identities = :seen AND attribute_not_exists(deleting)",
                        Row.empty().with(":next", identities).with(":seen", seen.identities()));
    }

    /// Part of a transaction: takes a profile away, if it still has these identities.
    public TransactWriteItem remove(Profile seen) {
        return Row.key(pk(seen.playerId()), SK)
                .deleteIf(
                        table, "identities = :seen", Row.empty().with(":seen", seen.identities()));
    }

    /// Whether nobody has asked for it to be forgotten.
    private static boolean stays(Row row) {
        return row.optionalText("deleting") == null;
    }

    private static Profile.Card card(Row row) {
        return new Profile.Card(player(row), row.text("name"), row.optionalText("avatar"), null);
    }

    private static Profile profile(Row row) {
        return new Profile(
                player(row),
                row.text("name"),
                row.text("locale"),
                row.optionalText("country"),
                row.optionalText("avatar"),
                Instant.ofEpochMilli(row.number("createdAt")),
                row.texts("identities"),
                row.texts("roles"),
                row.optionalText("affiliate"));
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
