package games.drawbridge.functions.login;

import games.drawbridge.functions.Digest;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Collision;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.players.Profile;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.model.player.PlayerId;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Which player an identity leads to.
final class IdentityTable {
    private final DynamoDbClient dynamo;
    private final String table;

    IdentityTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PLAYERS_TABLE");
    }

    /// @param secret slow hash of what a guest proves the identity with
    record Guest(PlayerId player, String secret) {}

    Optional<Guest> guest(String device) {
        var key = Row.key(pk(device), "HEAD").values();
        var answer = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        return Row.found(answer.item())
                .map(row -> new Guest(new PlayerId(row.text("player")), row.text("secret")));
    }

    /// Makes a new player, reached by this device; false when the device was just registered.
    boolean register(String device, String secret, Profile profile) {
        var identity =
                Row.key(pk(device), "HEAD")
                        .with("player", profile.playerId().value())
                        .with("secret", secret);
        try {
            dynamo.transactWriteItems(write ->
                    write.transactItems(
                            identity.putIfAbsent(table),
                            ProfileTable.row(profile).putIfAbsent(table)));
            return true;
        } catch (TransactionCanceledException cancelled) {
            Collision.orThrow(cancelled);
            return false;
        }
    }

    private static String pk(String device) {
        return "IDENTITY#guest#" + Digest.sha256(device);
    }
}
