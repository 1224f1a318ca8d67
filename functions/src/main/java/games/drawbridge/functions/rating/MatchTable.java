package games.drawbridge.functions.rating;

import static java.util.stream.Collectors.toMap;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Collision;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.rating.Rating;
import games.drawbridge.model.rating.Ratings;
import games.drawbridge.model.rating.Skill;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.RoomId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Which rooms' matches are counted in their players' ratings.
public final class MatchTable {
    private final DynamoDbClient dynamo;
    private final String rooms;
    private final RatingTable ratings;
    private final Attempts attempts;

    public MatchTable(Aws aws, RandomGenerator dice) {
        dynamo = aws.dynamoDb();
        rooms = aws.environment().get("ROOMS_TABLE");
        ratings = new RatingTable(aws);
        attempts = new Attempts(dice);
    }

    /// Counts how a room's match came out, once of each room: all ratings in one transaction.
    ///
    /// @return how well its players play, as far as is known after it
    public Map<PlayerId, Skill> count(RoomId room, Effect.Rate match, Instant at) {
        return attempts.until(() -> attempt(room, match, at));
    }

    private Optional<Map<PlayerId, Skill>> attempt(RoomId room, Effect.Rate match, Instant at) {
        var known = ratings.of(match.players(), match.mode());
        var unknown = Rated.unknown(match.mode());
        var writes = new ArrayList<TransactWriteItem>();
        writes.add(
                Row.key("ROOM#" + room, "HEAD")
                        .update(
                                rooms,
                                "SET rated = :yes",
                                "attribute_exists(pk) AND attribute_not_exists(rated)",
                                Row.empty().with(":yes", "yes")));
        var after =
                Ratings.after(
                        match.teams(), player -> known.getOrDefault(player, unknown).rating());
        after.forEach((player, rating) ->
                writes.add(
                        ratings.counted(player, known.getOrDefault(player, unknown), rating, at)));
        try {
            dynamo.transactWriteItems(write -> write.transactItems(writes));
            return Optional.of(skills(after, Rating::skill));
        } catch (TransactionCanceledException cancelled) {
            // counted before, or the room is gone; or somebody ended two matches at this moment
            return Collision.isRefused(cancelled, 0)
                    ? Optional.of(skills(known, it -> it.rating().skill()))
                    : Optional.empty();
        }
    }

    private static <T> Map<PlayerId, Skill> skills(Map<PlayerId, T> all, Function<T, Skill> of) {
        return all.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, it -> of.apply(it.getValue())));
    }
}
