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
    private final String boards;
    private final BanTable bans;
    private final InstantSource clock;
    private final RandomText random = new RandomText(new SecureRandom());

    public BanBookTable(Aws aws, InstantSource clock) {
        dynamo = aws.dynamoDb();
        players = aws.environment().get("PLAYERS_TABLE");
        rooms = aws.environment().get("ROOMS_TABLE");
        boards = aws.environment().get("LEADERBOARDS_TABLE");
        bans = new BanTable(aws, clock);
        this.clock = clock;
    }

    /// In place of an earlier one of the same scope.
    public void ban(PlayerId player, Ban ban) {
        var writes = new ArrayList<>(List.of(BanTable.row(player, ban).putAnyway(players)));
        var scope = Scope.of(ban.scope());
        if (scope.closesSockets()) writes.add(told(player, ban.until(), false));
        if (scope.clearsBoards()) writes.add(out(player, longest(player, ban)).putAnyway(boards));
        dynamo.transactWriteItems(write -> write.transactItems(writes));
    }

    public void lift(PlayerId player, Scope scope) {
        var writes =
                new ArrayList<>(
                        List.of(
                                Row.key(BanTable.pk(player), BanTable.BAN + scope.text())
                                        .delete(players)));
        var others = new ArrayList<>(bans.of(player));
        others.removeIf(ban -> ban.scope().equals(scope.text()));
        var left = others.stream().map(ban -> Scope.of(ban.scope())).toList();
        if (scope.closesSockets() && left.stream().noneMatch(Scope::closesSockets))
            writes.add(told(player, null, true));
        if (scope.clearsBoards() && left.stream().noneMatch(Scope::clearsBoards))
            writes.add(out(player, null).delete(boards));
        dynamo.transactWriteItems(write -> write.transactItems(writes));
    }

    /// Until when this ban and those that hold beside it clear the boards; nothing: for good.
    private @Nullable Instant longest(PlayerId player, Ban ban) {
        var all = new ArrayList<>(bans.of(player));
        all.removeIf(other -> other.scope().equals(ban.scope()));
        all.removeIf(other -> !Scope.of(other.scope()).clearsBoards());
        all.add(ban);
        Instant last = Instant.MIN;
        for (var each : all) {
            var until = each.until();
            if (until == null) return null;
            if (until.isAfter(last)) last = until;
        }
        return last;
    }

    /// Whoever has this row stands on no board; the functions that fold scores look for it. Of a
    /// ban that is lifted only its key is wanted.
    private static Row out(PlayerId player, @Nullable Instant until) {
        var row = Row.key("OUT#" + player, "HEAD");
        return until == null ? row : row.with("until", until.toEpochMilli());
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
