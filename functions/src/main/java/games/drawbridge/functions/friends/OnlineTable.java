package games.drawbridge.functions.friends;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.BatchTable;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.rooms.NodeTable;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.RoomId;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Who is connected to which node, as the nodes write it down.
final class OnlineTable {
    private static final String PLAYER = "PLAYER#";

    private final DynamoDbClient dynamo;
    private final String table;
    private final NodeTable nodes;

    OnlineTable(Aws aws, InstantSource clock) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("ROOMS_TABLE");
        nodes = new NodeTable(aws, clock);
    }

    /// Of at most 100 players, in which rooms those are who are connected to a node that lives.
    Map<PlayerId, List<RoomId>> of(Collection<PlayerId> players) {
        var keys = players.stream().map(player -> Row.key(PLAYER + player, "ONLINE")).toList();
        var rows = BatchTable.read(dynamo, table, keys);
        if (rows.isEmpty()) return Map.of();
        var lives = new HashSet<String>();
        for (var node : nodes.alive()) {
            var candidate = node.candidate();
            lives.add(candidate.node() + " " + candidate.generation());
        }
        var online = new HashMap<PlayerId, List<RoomId>>();
        for (var row : rows)
            if (lives.contains(row.text("node") + " " + row.text("generation")))
                online.put(
                        new PlayerId(row.text("pk").substring(PLAYER.length())),
                        row.texts("rooms").stream().map(RoomId::new).toList());
        return online;
    }
}
