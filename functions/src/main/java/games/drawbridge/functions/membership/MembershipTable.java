package games.drawbridge.functions.membership;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.BatchTable;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.player.PlayerId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Which clan each player is in, to read; only clans change it.
public final class MembershipTable {
    private static final String PLAYER = "PLAYER#";
    private static final String CLAN = "CLAN#";

    private final DynamoDbClient dynamo;
    private final String table;

    public MembershipTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("CLANS_TABLE");
    }

    /// The player's clan, as it is at this moment; empty for one that was disbanded.
    public Optional<ClanId> of(PlayerId player) {
        return row(player).filter(this::lives);
    }

    /// Whether the player leads that clan, or is one of its officers.
    public boolean isOfficer(PlayerId player, ClanId clan) {
        return find(Row.key(CLAN + clan, "MEMBER#" + player))
                .filter(row -> !row.text("role").equals("member"))
                .isPresent();
    }

    /// What is written of the player, be the clan still there or not.
    public Optional<ClanId> row(PlayerId player) {
        return find(key(player)).map(row -> new ClanId(row.text("clan")));
    }

    /// Whether there is such a clan, and it was not disbanded.
    public boolean lives(ClanId clan) {
        return find(head(clan)).filter(row -> !row.has("ended")).isPresent();
    }

    private Optional<Row> find(Row key) {
        var answer =
                dynamo.getItem(get -> get.tableName(table).key(key.values()).consistentRead(true));
        return Row.found(answer.item());
    }

    /// Of one player; nothing without a clan.
    public @Nullable Badge badge(PlayerId player) {
        return badges(List.of(player)).get(player);
    }

    /// Of at most 100 players; who has no clan is left out. May be a moment old.
    public Map<PlayerId, Badge> badges(Collection<PlayerId> players) {
        var clans = rows(players);
        var badges = badgesOf(clans.values());
        var all = new HashMap<PlayerId, Badge>();
        clans.forEach((player, clan) -> {
            var badge = badges.get(clan);
            if (badge != null) all.put(player, badge);
        });
        return all;
    }

    /// What is written of at most 100 players, be the clans still there or not. May be a moment
    /// old.
    public Map<PlayerId, ClanId> rows(Collection<PlayerId> players) {
        var clans = new HashMap<PlayerId, ClanId>();
        var keys = players.stream().distinct().map(MembershipTable::key).toList();
        for (var row : BatchTable.read(dynamo, table, keys))
            clans.put(
                    new PlayerId(row.text("pk").substring(PLAYER.length())),
                    new ClanId(row.text("clan")));
        return clans;
    }

    /// Of at most 100 clans; those that were disbanded are left out.
    public Map<ClanId, Badge> badgesOf(Collection<ClanId> clans) {
        var keys = clans.stream().distinct().map(MembershipTable::head).toList();
        var badges = new HashMap<ClanId, Badge>();
        for (var row : BatchTable.read(dynamo, table, keys)) {
            if (row.has("ended")) continue;
            var id = new ClanId(row.text("pk").substring(CLAN.length()));
            badges.put(id, new Badge(id, row.text("name"), row.text("tag")));
        }
        return badges;
    }

    public static Row key(PlayerId player) {
        return Row.key(PLAYER + player, "CLAN");
    }

    private static Row head(ClanId clan) {
        return Row.key(CLAN + clan, "HEAD");
    }
}
