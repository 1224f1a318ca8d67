package games.drawbridge.functions.clans;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// All requests and invitations that are open.
final class WishTable {
    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;

    WishTable(Aws aws, InstantSource clock) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("CLANS_TABLE");
        this.clock = clock;
    }

    /// In place of an earlier one.
    void put(Wish wish) {
        var row =
                key(wish.kind(), wish.clan(), wish.player())
                        .with("player", wish.player().value())
                        .withOptional("text", wish.text())
                        .with("at", wish.at().toEpochMilli())
                        .with("expires", wish.expires().getEpochSecond());
        var by = wish.by();
        if (by != null) row.with("inviter", by.value());
        dynamo.putItem(put -> put.tableName(table).item(row.values()));
    }

    Optional<Wish> find(Wish.Kind kind, ClanId clan, PlayerId player) {
        var key = key(kind, clan, player).values();
        var answer = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        return Row.found(answer.item()).filter(this::holds).map(WishTable::wish);
    }

    /// A clan's, by player.
    List<Wish> of(Wish.Kind kind, ClanId clan) {
        var range = Row.range(Rows.pk(clan), kind.prefix());
        return dynamo
                .queryPaginator(
                        query -> query.tableName(table).applyMutation(range).consistentRead(true))
                .items()
                .stream()
                .map(Row::of)
                .filter(this::holds)
                .map(WishTable::wish)
                .toList();
    }

    /// A player's, at all clans; a moment late.
    List<Wish> of(Wish.Kind kind, PlayerId player) {
        return rows(kind, player).filter(this::holds).map(WishTable::wish).toList();
    }

    private Stream<Row> rows(Wish.Kind kind, PlayerId player) {
        var values =
                Row.empty().with(":player", player.value()).with(":prefix", kind.prefix()).values();
        return dynamo
                .queryPaginator(query ->
                        query.tableName(table)
                                .indexName("players")
                                .keyConditionExpression(
                                        "player = :player AND begins_with(sk, :prefix)")
                                .expressionAttributeValues(values))
                .items()
                .stream()
                .map(Row::of);
    }

    /// Takes one away; false when there was none.
    boolean remove(Wish.Kind kind, ClanId clan, PlayerId player) {
        try {
            dynamo.deleteItem(delete ->
                    delete.tableName(table)
                            .key(key(kind, clan, player).values())
                            .conditionExpression("attribute_exists(pk)"));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    /// All of a player, those that are over included.
    void removeAll(PlayerId player) {
        for (var kind : Wish.Kind.values())
            rows(kind, player).toList().forEach(row -> remove(kind, Rows.clanId(row), player));
    }

    /// All of a clan.
    void removeAll(ClanId clan) {
        for (var kind : Wish.Kind.values())
            of(kind, clan).forEach(wish -> remove(kind, clan, wish.player()));
    }

    private boolean holds(Row row) {
        return !row.expired(clock.instant().getEpochSecond());
    }

    private static Wish wish(Row row) {
        var kind =
                row.text("sk").startsWith(Wish.Kind.REQUEST.prefix())
                        ? Wish.Kind.REQUEST
                        : Wish.Kind.INVITATION;
        String by = row.optionalText("inviter");
        return new Wish(
                kind,
                Rows.clanId(row),
                new PlayerId(row.text("player")),
                row.optionalText("text"),
                by == null ? null : new PlayerId(by),
                Instant.ofEpochMilli(row.number("at")),
                Instant.ofEpochSecond(row.number("expires")));
    }

    static Row key(Wish.Kind kind, ClanId clan, PlayerId player) {
        return Row.key(Rows.pk(clan), kind.prefix() + player);
    }
}
