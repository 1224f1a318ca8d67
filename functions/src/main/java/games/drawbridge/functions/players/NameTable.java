package games.drawbridge.functions.players;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Collision;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.model.player.PlayerId;
import java.util.ArrayList;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Whose name it is, where the title wants each name once.
final class NameTable {
    private static final String FREE = "attribute_not_exists(pk) OR player = :me";

    private final DynamoDbClient dynamo;
    private final String table;
    private final ProfileTable profiles;
    private final Attempts attempts;

    NameTable(Aws aws, ProfileTable profiles, RandomGenerator dice) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PLAYERS_TABLE");
        this.profiles = profiles;
        attempts = new Attempts(dice);
    }

    /// The profile with its new name, which nobody else has; empty when there is no such player.
    ///
    /// @throws Problem 409 `name-taken`
    Optional<Profile> take(PlayerId player, Change change) {
        return attempts.until(() ->
                profiles.find(player)
                        .map(before -> attempt(before, change))
                        .orElse(Optional.of(Optional.empty())));
    }

    /// Empty when others wrote the same rows in between.
    private Optional<Optional<Profile>> attempt(Profile before, Change change) {
        String name = PlayerName.folded(change.name().orElseThrow());
        String old = PlayerName.folded(before.name());
        var me = Row.empty().with(":me", before.playerId().value());
        var writes = new ArrayList<TransactWriteItem>();
        writes.add(key(name).with("player", before.playerId().value()).putIf(table, FREE, me));
        writes.add(profiles.changing(before.playerId(), change));
        if (!old.equals(name)) writes.add(key(old).deleteIf(table, FREE, me));
        try {
            dynamo.transactWriteItems(write -> write.transactItems(writes));
            return Optional.of(profiles.find(before.playerId()));
        } catch (TransactionCanceledException cancelled) {
            var first = cancelled.cancellationReasons().getFirst();
            if ("ConditionalCheckFailed".equals(first.code()))
                throw new Problem(409, "name-taken", "another player has this name");
            Collision.orThrow(cancelled);
            return Optional.empty();
        }
    }

    private static Row key(String folded) {
        return Row.key("NAME#" + folded, "HEAD");
    }
}
