package games.drawbridge.functions.blocks;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Whom players have blocked: of those they want to hear nothing.
public final class BlockTable {
    private static final String BLOCK = "BLOCK#";

    private final DynamoDbClient dynamo;
    private final String table;

    public BlockTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PLAYERS_TABLE");
    }

    /// Whether a player wants to hear nothing of another one.
    public boolean has(PlayerId player, PlayerId other) {
        var key = key(player, other).values();
        var answer = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        return Row.found(answer.item()).isPresent();
    }

    /// Of whom a player wants to hear nothing.
    public List<PlayerId> of(PlayerId player) {
        var range = Row.range(pk(player), BLOCK);
        return dynamo
                .queryPaginator(
                        query -> query.tableName(table).applyMutation(range).consistentRead(true))
                .items()
                .stream()
                .map(Row::of)
                .map(row -> new PlayerId(row.text("sk").substring(BLOCK.length())))
                .toList();
    }

    public void put(PlayerId player, PlayerId other, Instant now) {
        var row = key(player, other).with("at", now.toEpochMilli());
        dynamo.putItem(put -> put.tableName(table).item(row.values()));
    }

    public void remove(PlayerId player, PlayerId other) {
        var key = key(player, other).values();
        dynamo.deleteItem(delete -> delete.tableName(table).key(key));
    }

    private static Row key(PlayerId player, PlayerId other) {
        return Row.key(pk(player), BLOCK + other);
    }

    private static String pk(PlayerId player) {
        return "PLAYER#" + player;
    }
}
