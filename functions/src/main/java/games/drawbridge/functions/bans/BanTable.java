package games.drawbridge.functions.bans;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The bans of all players, to read.
public final class BanTable {
    static final String BAN = "BAN#";

    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;

    public BanTable(Aws aws, InstantSource clock) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PLAYERS_TABLE");
        this.clock = clock;
    }

    /// Lets a player pass who is not banned from that.
    ///
    /// @throws Problem 403 `banned`
    public void check(PlayerId player, Scope scope) {
        find(player, scope)
                .ifPresent(ban -> {
                    throw ban.problem();
                });
    }

    /// The same for bans that are known already.
    ///
    /// @throws Problem 403 `banned`
    public void check(List<Ban> held, Scope scope) {
        held.stream()
                .filter(ban -> ban.covers(scope))
                .findFirst()
                .ifPresent(ban -> {
                    throw ban.problem();
                });
    }

    /// The ban that keeps a player out of something now.
    public Optional<Ban> find(PlayerId player, Scope scope) {
        return of(player).stream().filter(ban -> ban.covers(scope)).findFirst();
    }

    /// The bans that hold now.
    public List<Ban> of(PlayerId player) {
        Instant now = clock.instant();
        var range = Row.range(pk(player), BAN);
        return dynamo
                .query(query -> query.tableName(table).applyMutation(range).consistentRead(true))
                .items()
                .stream()
                .map(Row::of)
                .map(BanTable::ban)
                .filter(ban -> ban.holds(now))
                .toList();
    }

    static Row row(PlayerId player, Ban ban) {
        var row =
                Row.key(pk(player), BAN + ban.scope())
                        .with("reason", ban.reason())
                        .with("at", ban.at().toEpochMilli());
        var until = ban.until();
        return until == null ? row : row.with("until", until.toEpochMilli());
    }

    private static Ban ban(Row row) {
        return new Ban(
                row.text("sk").substring(BAN.length()),
                row.text("reason"),
                Instant.ofEpochMilli(row.number("at")),
                row.optionalNumber("until").map(Instant::ofEpochMilli).orElse(null));
    }

    static String pk(PlayerId player) {
        return "PLAYER#" + player;
    }
}
