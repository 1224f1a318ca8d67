package games.drawbridge.realtime.news;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.realtime.storage.WrittenTable;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Who of this node's players has got mail lately: the partition `MAILED#node` of the Rooms table.
/// All calls block.
public final class MailNewsTable {
    private final WrittenTable rows;

    public MailNewsTable(DynamoDbClient dynamo, String table, NodeId node) {
        rows = new WrittenTable(dynamo, table, "MAILED#" + node);
    }

    /// @param mail its id
    public record Mailed(String id, PlayerId player, String mail) {}

    /// In the order in which they were written.
    public List<Mailed> since(Instant at) {
        return rows.since(at).stream()
                .map(row ->
                        new Mailed(
                                row.text("sk"), new PlayerId(row.text("player")), row.text("mail")))
                .toList();
    }
}
