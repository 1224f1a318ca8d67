package games.drawbridge.functions.online;

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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Who is connected to which nodes, as the nodes write it down.
public final class OnlineTable {
    private static final String PLAYER = "PLAYER#";

    /// Begins the attribute of each node: that life of it, and in which rooms the player is there.
    private static final String ON = "on-";

    private final DynamoDbClient dynamo;
    private final String table;
    private final NodeTable nodes;

    public OnlineTable(Aws aws, InstantSource clock) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("ROOMS_TABLE");
        nodes = new NodeTable(aws, clock);
    }

    /// Of at most 100 players, in which rooms those are who are connected to a node that lives.
    public Map<PlayerId, List<RoomId>> of(Collection<PlayerId> players) {
        var rows = BatchTable.read(dynamo, table, players.stream().map(OnlineTable::key).toList());
        if (rows.isEmpty()) return Map.of();
        var lives = new HashSet<String>();
        for (var node : nodes.alive()) {
            var candidate = node.candidate();
            lives.add(candidate.node() + " " + candidate.generation());
        }
        var online = new HashMap<PlayerId, List<RoomId>>();
        for (var row : rows) {
            var rooms = new LinkedHashSet<RoomId>();
            boolean here = false;
            for (var node : nodes(row)) {
                var told = row.texts(ON + node);
                if (!lives.contains(node + " " + told.getFirst())) continue;
                here = true;
                told.stream().skip(1).map(RoomId::new).forEach(rooms::add);
            }
            var player = new PlayerId(row.text("pk").substring(PLAYER.length()));
            if (here) online.put(player, List.copyOf(rooms));
        }
        return online;
    }

    /// The nodes of which one, if it lives, has the player connected. Nobody who connects later
    /// than this is read is among them.
    public Set<String> nodes(PlayerId player) {
        var key = key(player).values();
        var answer = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        return Row.found(answer.item()).map(OnlineTable::nodes).orElse(Set.of());
    }

    private static Set<String> nodes(Row row) {
        var nodes = new LinkedHashSet<String>();
        for (String name : row.values().keySet())
            if (name.startsWith(ON)) nodes.add(name.substring(ON.length()));
        return nodes;
    }

    private static Row key(PlayerId player) {
        return Row.key(PLAYER + player, "ONLINE");
    }
}
