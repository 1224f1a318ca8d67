package games.drawbridge.functions.rating;

import static java.util.stream.Collectors.toMap;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.BatchTable;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.rating.Rating;
import games.drawbridge.model.rating.Skill;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// The ratings of all players.
public final class RatingTable {
    private static final String RATING = "RATING#";

    /// A rating is stored in thousandths of a point.
    private static final double UNIT = 1_000;

    private final DynamoDbClient dynamo;
    private final String players;

    public RatingTable(Aws aws) {
        dynamo = aws.dynamoDb();
        players = aws.environment().get("PLAYERS_TABLE");
    }

    /// What is known of these players, of those of whom anything is.
    ///
    /// @param who at most 100
    Map<PlayerId, Rated> of(List<PlayerId> who, String mode) {
        var keys = who.stream().map(player -> key(player, mode)).toList();
        return BatchTable.read(dynamo, players, keys).stream()
                .collect(toMap(RatingTable::player, RatingTable::rated));
    }

    /// Part of a transaction: one match more is known of a player, and none was counted meanwhile.
    TransactWriteItem counted(PlayerId player, Rated before, Rating after, Instant at) {
        var seen = before.matches() == 0 ? Optional.<Long>empty() : Optional.of(before.matches());
        return row(player, before.after(after), at).putIfStill(players, "matches", seen);
    }

    /// How well a player plays in each mode in which anything is known of them.
    public Map<String, Skill> skills(PlayerId player) {
        return of(player).stream()
                .limit(RatingLimits.MODES)
                .collect(toMap(Rated::mode, it -> it.rating().skill()));
    }

    List<Rated> of(PlayerId player) {
        var range = Row.range(pk(player), RATING);
        return dynamo
                .queryPaginator(query -> query.tableName(players).applyMutation(range))
                .items()
                .stream()
                .map(Row::of)
                .map(RatingTable::rated)
                .toList();
    }

    /// Gives a player what is known of another, where more is known of that one.
    void move(PlayerId from, PlayerId into, Instant at) {
        var known = of(into).stream().collect(toMap(Rated::mode, Function.identity()));
        for (var rated : of(from))
            if (rated.matches()
                    > known.getOrDefault(rated.mode(), Rated.unknown(rated.mode())).matches())
                put(row(into, rated, at));
        erase(from);
    }

    private void put(Row row) {
        dynamo.putItem(put -> put.tableName(players).item(row.values()));
    }

    void erase(PlayerId player) {
        for (var rated : of(player)) {
            var key = key(player, rated.mode()).values();
            dynamo.deleteItem(delete -> delete.tableName(players).key(key));
        }
    }

    private static Row row(PlayerId player, Rated rated, Instant at) {
        return key(player, rated.mode())
                .with("mean", Math.round(rated.rating().mean() * UNIT))
                .with("doubt", Math.round(rated.rating().doubt() * UNIT))
                .with("matches", rated.matches())
                .with("at", at.toEpochMilli());
    }

    private static Rated rated(Row row) {
        return new Rated(
                row.text("sk").substring(RATING.length()),
                new Rating(row.number("mean") / UNIT, row.number("doubt") / UNIT),
                row.number("matches"));
    }

    private static PlayerId player(Row row) {
        return new PlayerId(row.text("pk").substring("PLAYER#".length()));
    }

    private static Row key(PlayerId player, String mode) {
        return Row.key(pk(player), RATING + mode);
    }

    private static String pk(PlayerId player) {
        return "PLAYER#" + player;
    }
}
