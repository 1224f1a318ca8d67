package games.drawbridge.functions.login;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Collision;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.players.Profile;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Which player an identity leads to, and which identities lead to a player.
public final class IdentityTable {
    private static final String IDENTITY = "IDENTITY#";

    private final DynamoDbClient dynamo;
    private final String table;
    private final ProfileTable profiles;

    public IdentityTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PLAYERS_TABLE");
        profiles = new ProfileTable(aws);
    }

    /// @param secret slow hash of what a guest proves the identity with
    record Known(PlayerId player, @Nullable String secret) {}

    /// An identity as its player has it.
    public record Linked(Identity identity, Instant at) {}

    Optional<Known> find(Identity identity) {
        var key = head(identity).values();
        var answer = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        return Row.found(answer.item())
                .map(row ->
                        new Known(new PlayerId(row.text("player")), row.optionalText("secret")));
    }

    /// Whom an identity leads to.
    public Optional<PlayerId> player(Identity identity) {
        return find(identity).map(Known::player);
    }

    /// Oldest first.
    public List<Linked> of(PlayerId player) {
        var range = Row.range(pk(player), IDENTITY);
        return dynamo
                .query(query -> query.tableName(table).applyMutation(range).consistentRead(true))
                .items()
                .stream()
                .map(Row::of)
                .map(IdentityTable::linked)
                .sorted(Comparator.comparing(Linked::at))
                .toList();
    }

    /// Makes a new player, reached by these; false when one of them was just registered.
    ///
    /// @param secret of the first, if it is a guest's
    boolean register(Profile profile, List<Identity> all, @Nullable String secret) {
        var writes = new ArrayList<TransactWriteItem>();
        for (var each : all)
            writes.addAll(
                    puts(
                            profile.playerId(),
                            each,
                            each.equals(all.getFirst()) ? secret : null,
                            profile.createdAt()));
        writes.add(ProfileTable.row(profile).putIfAbsent(table));
        return written(writes);
    }

    /// Gives a player one more; false when it was just taken, or the profile is not what was seen.
    boolean link(Profile seen, Identity identity, @Nullable String secret, Instant now) {
        var names = new ArrayList<>(seen.identities());
        if (!names.contains(identity.provider())) names.add(identity.provider());
        var writes = new ArrayList<>(puts(seen.playerId(), identity, secret, now));
        writes.add(profiles.reach(seen, names));
        return written(writes);
    }

    /// Takes these from a player; false when the profile is not what was seen.
    boolean unlink(Profile seen, List<Identity> some, List<String> left) {
        var me = Row.empty().with(":me", seen.playerId().value());
        var writes = new ArrayList<TransactWriteItem>();
        for (var each : some) {
            writes.add(head(each).deleteIf(table, "player = :me", me));
            writes.add(mine(seen.playerId(), each).delete(table));
        }
        writes.add(profiles.reach(seen, left));
        return written(writes);
    }

    /// Parts of a transaction: these lead to another player from now on.
    public List<TransactWriteItem> turn(PlayerId from, PlayerId into, List<Linked> all) {
        var writes = new ArrayList<TransactWriteItem>();
        var players = Row.empty().with(":from", from.value()).with(":into", into.value());
        for (var each : all) {
            writes.add(
                    head(each.identity())
                            .update(table, "SET player = :into", "player = :from", players));
            writes.add(mine(from, each.identity()).delete(table));
            writes.add(mine(into, each.identity(), each.at()).putIfAbsent(table));
        }
        return writes;
    }

    /// Forgets all that lead to a player; may be repeated.
    public void erase(PlayerId player) {
        for (var key : keys(player))
            dynamo.deleteItem(delete -> delete.tableName(table).key(key.values()));
    }

    /// Goes on to know all that lead to a player, for so long.
    void keep(PlayerId player, Instant until) {
        var expires = Row.empty().with(":expires", until.getEpochSecond()).values();
        for (var key : keys(player))
            dynamo.updateItem(update ->
                    update.tableName(table)
                            .key(key.values())
                            .updateExpression("SET expires = :expires")
                            .expressionAttributeValues(expires));
    }

    private List<Row> keys(PlayerId player) {
        return of(player).stream()
                .map(Linked::identity)
                .flatMap(each -> Stream.of(head(each), mine(player, each)))
                .toList();
    }

    private List<TransactWriteItem> puts(
            PlayerId player, Identity identity, @Nullable String secret, Instant now) {
        return List.of(
                head(identity)
                        .with("player", player.value())
                        .withOptional("secret", secret)
                        .putIfAbsent(table),
                mine(player, identity, now).putAnyway(table));
    }

    private boolean written(List<TransactWriteItem> writes) {
        try {
            dynamo.transactWriteItems(write -> write.transactItems(writes));
            return true;
        } catch (TransactionCanceledException cancelled) {
            Collision.orThrow(cancelled);
            return false;
        }
    }

    private static Linked linked(Row row) {
        return new Linked(
                new Identity(row.text("provider"), row.text("key")),
                Instant.ofEpochMilli(row.number("at")));
    }

    private static Row head(Identity identity) {
        return Row.key(IDENTITY + identity, "HEAD");
    }

    private static Row mine(PlayerId player, Identity identity) {
        return Row.key(pk(player), IDENTITY + identity);
    }

    private static Row mine(PlayerId player, Identity identity, Instant at) {
        return mine(player, identity)
                .with("provider", identity.provider())
                .with("key", identity.key())
                .with("at", at.toEpochMilli());
    }

    private static String pk(PlayerId player) {
        return "PLAYER#" + player;
    }
}
