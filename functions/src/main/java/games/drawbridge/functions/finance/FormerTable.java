package games.drawbridge.functions.finance;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.player.PlayerId;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Under which other ids a player bought before accounts were merged: movements are never changed,
/// so they keep the id that they were booked with.
final class FormerTable {
    private static final String FORMER = "FORMER#";

    private final DynamoDbClient dynamo;
    private final String table;

    FormerTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PURCHASES_TABLE");
    }

    List<PlayerId> of(PlayerId player) {
        return dynamo
                .queryPaginator(read ->
                        read.tableName(table)
                                .applyMutation(Row.range(pk(player), FORMER))
                                .consistentRead(true))
                .items()
                .stream()
                .map(Row::of)
                .map(row -> new PlayerId(row.text("sk").substring(FORMER.length())))
                .toList();
    }

    void add(PlayerId player, PlayerId former) {
        var row = row(player, former);
        dynamo.putItem(put -> put.tableName(table).item(row.values()));
    }

    void forget(PlayerId player) {
        for (var former : of(player)) {
            var key = row(player, former).values();
            dynamo.deleteItem(delete -> delete.tableName(table).key(key));
        }
    }

    private static Row row(PlayerId player, PlayerId former) {
        return Row.key(pk(player), FORMER + former);
    }

    private static String pk(PlayerId player) {
        return "PLAYER#" + player;
    }
}
