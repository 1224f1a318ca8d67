package games.drawbridge.functions.login;

import games.drawbridge.functions.Digest;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.OnceTable;
import games.drawbridge.functions.aws.Row;
import java.time.Instant;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Which nonces were used, until they would be refused anyway.
final class NonceTable {
    /// Seconds that a row stays longer than it must: clocks differ.
    private static final long MARGIN = 120;

    private final DynamoDbClient dynamo;
    private final String table;

    NonceTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PLAYERS_TABLE");
    }

    /// False when it was used before.
    boolean use(String nonce, Instant expires) {
        var row =
                Row.key("NONCE#" + Digest.sha256(nonce), "HEAD")
                        .with("use", UUID.randomUUID().toString())
                        .with("expires", expires.getEpochSecond() + MARGIN);
        return OnceTable.put(dynamo, table, row);
    }
}
