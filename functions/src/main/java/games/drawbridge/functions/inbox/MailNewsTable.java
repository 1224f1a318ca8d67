package games.drawbridge.functions.inbox;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.online.OnlineTable;
import games.drawbridge.model.player.PlayerId;
import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Tells the nodes to which a player is connected, each of which reads its own partition twice a
/// second, that mail has come.
final class MailNewsTable {
    /// How long it is told: longer than a node looks back.
    private static final Duration TOLD = Duration.ofMinutes(15);

    private final DynamoDbClient dynamo;
    private final String table;
    private final OnlineTable online;
    private final InstantSource clock;

    MailNewsTable(Aws aws, InstantSource clock) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("ROOMS_TABLE");
        online = new OnlineTable(aws, clock);
        this.clock = clock;
    }

    /// After the mail is written: who connects since is told to look by the node itself.
    void tell(PlayerId player, MailId mail) {
        try {
            for (String node : online.nodes(player)) put(node, player, mail);
        } catch (SdkException _) {
            // it is in the inbox all the same, and must not be written again for this
        }
    }

    private void put(String node, PlayerId player, MailId mail) {
        var now = clock.instant();
        var row =
                Row.key("MAILED#" + node, "%013d#%s#%s".formatted(now.toEpochMilli(), player, mail))
                        .with("player", player.value())
                        .with("mail", mail.value())
                        .with("expires", now.plus(TOLD).getEpochSecond());
        dynamo.putItem(put -> put.tableName(table).item(row.values()));
    }
}
