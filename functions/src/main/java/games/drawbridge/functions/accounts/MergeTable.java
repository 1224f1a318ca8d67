package games.drawbridge.functions.accounts;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Collision;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.login.IdentityTable;
import games.drawbridge.functions.players.Profile;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.model.player.PlayerId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Makes one player part of another: identities turn, the profile goes, and a job sees to the rest.
final class MergeTable {
    private final DynamoDbClient dynamo;
    private final String table;
    private final IdentityTable identities;
    private final ProfileTable profiles;
    private final InstantSource clock;

    MergeTable(Aws aws, InstantSource clock) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PLAYERS_TABLE");
        identities = new IdentityTable(aws);
        profiles = new ProfileTable(aws);
        this.clock = clock;
    }

    /// False when one of the two is no longer what was seen.
    boolean begin(Profile from, Profile into) {
        var all =
                Stream.concat(into.identities().stream(), from.identities().stream())
                        .distinct()
                        .toList();
        var job = new Job.Merge(from.playerId(), into.playerId(), false);
        var writes =
                identities.turn(from.playerId(), into.playerId(), identities.of(from.playerId()));
        writes.add(profiles.reach(into, all));
        writes.add(profiles.remove(from));
        writes.add(merged(job).putIfAbsent(table));
        writes.add(job.row(clock.instant()).putIfAbsent(table));
        try {
            dynamo.transactWriteItems(write -> write.transactItems(writes));
            return true;
        } catch (TransactionCanceledException cancelled) {
            Collision.orThrow(cancelled);
            return false;
        }
    }

    /// Whose part a player has become.
    Optional<PlayerId> into(PlayerId from) {
        var key = key(from).values();
        var answer = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        return Row.found(answer.item()).map(row -> new PlayerId(row.text("into")));
    }

    private Row merged(Job.Merge job) {
        return key(job.player())
                .with("into", job.into().value())
                .with("at", clock.instant().toEpochMilli());
    }

    private static Row key(PlayerId from) {
        return Row.key("PLAYER#" + from, "MERGED");
    }
}
