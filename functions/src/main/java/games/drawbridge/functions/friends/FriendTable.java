package games.drawbridge.functions.friends;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.BatchTable;
import games.drawbridge.functions.aws.Collision;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.friends.Bond;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// All bonds between players, each from both sides, and whether players show where they are.
final class FriendTable {
    private static final String FRIEND = "FRIEND#";

    private final DynamoDbClient dynamo;
    private final String table;

    FriendTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PLAYERS_TABLE");
    }

    record Line(PlayerId other, Bond bond, Instant at) {}

    List<Line> of(PlayerId player) {
        var range = Row.range(pk(player), FRIEND);
        return dynamo
                .queryPaginator(
                        query -> query.tableName(table).applyMutation(range).consistentRead(true))
                .items()
                .stream()
                .map(Row::of)
                .map(row ->
                        new Line(
                                new PlayerId(row.text("sk").substring(FRIEND.length())),
                                Bond.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
                                Instant.ofEpochMilli(row.number("at"))))
                .toList();
    }

    /// The player asks the other one; false when there is something between them already.
    boolean ask(PlayerId player, PlayerId other, Instant now) {
        return written(
                List.of(
                        row(player, other, Bond.ASKED, now).putIfAbsent(table),
                        row(other, player, Bond.ASKS, now).putIfAbsent(table)));
    }

    /// What the other one asked for becomes so; false when it was taken back.
    boolean accept(PlayerId player, PlayerId other, Instant now) {
        return written(
                List.of(
                        changed(player, other, Bond.ASKS, now),
                        changed(other, player, Bond.ASKED, now)));
    }

    private TransactWriteItem changed(PlayerId player, PlayerId other, Bond seen, Instant now) {
        var values =
                Row.empty()
                        .with(":seen", seen.text())
                        .with(":friends", Bond.FRIENDS.text())
                        .with(":now", now.toEpochMilli());
        return key(player, other)
                .update(
                        table,
                        "SET #state = :friends, #at = :now",
                        "#state = :seen",
                        Map.of("#state", "state", "#at", "at"),
                        values);
    }

    /// There is nothing between them any more.
    void end(PlayerId player, PlayerId other) {
        dynamo.transactWriteItems(write ->
                write.transactItems(
                        key(player, other).delete(table), key(other, player).delete(table)));
    }

    private boolean written(List<TransactWriteItem> writes) {
        try {
            dynamo.transactWriteItems(write -> write.transactItems(writes));
            return true;
        } catch (TransactionCanceledException cancelled) {
            Collision.orThrow(cancelled);
            return false;
        }
    }

    /// Whether friends may see where the player is.
    void show(PlayerId player, boolean shown) {
        var row = Row.key(pk(player), "PRESENCE").with("hidden", shown ? "no" : "yes");
        dynamo.putItem(put -> put.tableName(table).item(row.values()));
    }

    /// Of at most 100 players, those who do not want to be seen.
    Set<PlayerId> hidden(Collection<PlayerId> players) {
        var keys = players.stream().map(player -> Row.key(pk(player), "PRESENCE")).toList();
        var hidden = new HashSet<PlayerId>();
        for (var row : BatchTable.read(dynamo, table, keys))
            if (row.text("hidden").equals("yes"))
                hidden.add(new PlayerId(row.text("pk").substring("PLAYER#".length())));
        return hidden;
    }

    void forgetPresence(PlayerId player) {
        var key = Row.key(pk(player), "PRESENCE").values();
        dynamo.deleteItem(delete -> delete.tableName(table).key(key));
    }

    private static Row row(PlayerId player, PlayerId other, Bond bond, Instant now) {
        return key(player, other).with("state", bond.text()).with("at", now.toEpochMilli());
    }

    private static Row key(PlayerId player, PlayerId other) {
        return Row.key(pk(player), FRIEND + other);
    }

    static String pk(PlayerId player) {
        return "PLAYER#" + player;
    }
}
