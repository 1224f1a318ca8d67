package games.drawbridge.functions.bans;

import games.drawbridge.functions.RandomText;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.player.PlayerId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Bans and lifts bans, and tells the realtime nodes, who read what was said lately once a second.
public final class BanBookTable {
    /// How long it is told: longer than a ticket or a dropped session from before could lead in.
    private static final Duration TOLD = Duration.ofMinutes(15);

    private static final int ID_SYMBOLS = 6;

    private final DynamoDbClient dynamo;
    private final String players;
    private final String rooms;
    private final BanTable bans;
    private final InstantSource clock;
    private final RandomText random = new RandomText(new SecureRandom());

    public BanBookTable(Aws aws, InstantSource clock) {
        dynamo = aws.dynamoDb();
        players = aws.environment().get("PLAYERS_TABLE");
        rooms = aws.environment().get("ROOMS_TABLE");
        bans = new BanTable(aws, clock);
        this.clock = clock;
    }

    /// In place of an earlier one of the same scope.
    public void ban(PlayerId player, Ban ban) {
        var writes = new ArrayList<>(List.of(BanTable.row(player, ban).putAnyway(players)));
        if (Scope.of(ban.scope()).closesSockets()) writes.add(told(player, ban.until(), false));
        dynamo.transactWriteItems(write -> write.transactItems(writes));
    }

    public void lift(PlayerId player, Scope scope) {
        var writes =
                new ArrayList<>(
                        List.of(
                                Row.key(BanTable.pk(player), BanTable.BAN + scope.text())
                                        .delete(players)));
        boolean free =
                bans.of(player).stream()
                        .map(ban -> Scope.of(ban.scope()))
                        .noneMatch(other -> other != scope && other.closesSockets());
        if (scope.closesSockets() && free) writes.add(told(player, null, true));
        dynamo.transactWriteItems(write -> write.transactItems(writes));
    }

    private TransactWriteItem told(PlayerId player, @Nullable Instant until, boolean lifted) {
        var now = clock.instant();
        String position = "%013d#%s".formatted(now.toEpochMilli(), random.symbols(ID_SYMBOLS));
        var row =
                Row.key("BANS", position)
                        .with("who", player.value())
                        .with("expires", now.plus(TOLD).getEpochSecond());
        if (until != null) row.with("until", until.toEpochMilli());
        return row.withOptional("lifted", lifted ? "yes" : null).putIfAbsent(rooms);
    }
}
