package games.drawbridge.functions.mailing;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.email.EmailAddress;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// Each player's subscription.
final class SubscriptionTable {
    private static final String SK = "MAILING";

    /// Players who became others' parts, one after the other.
    private static final int MOST_MERGES = 5;

    private final DynamoDbClient dynamo;
    private final String table;

    SubscriptionTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PLAYERS_TABLE");
    }

    /// A subscription and whose it is.
    record Found(PlayerId player, Subscription subscription) {}

    Optional<Subscription> find(PlayerId player) {
        return row(key(player)).map(SubscriptionTable::subscription);
    }

    /// The subscription that a link is about, also where its player has become part of another.
    Optional<Found> of(Link link) {
        var player = link.player();
        for (int n = 0; n <= MOST_MERGES; n++) {
            var found = find(player).filter(it -> it.isOf(link));
            if (found.isPresent()) return Optional.of(new Found(player, found.get()));
            var merged = row(Row.key(pk(player), "MERGED"));
            if (merged.isEmpty()) return Optional.empty();
            player = new PlayerId(merged.get().text("into"));
        }
        return Optional.empty();
    }

    private Optional<Row> row(Row key) {
        var answer =
                dynamo.getItem(get -> get.tableName(table).key(key.values()).consistentRead(true));
        return Row.found(answer.item());
    }

    /// Puts a subscription in the place of whatever the player had.
    void put(PlayerId player, Subscription subscription) {
        var row = row(player, subscription);
        dynamo.putItem(put -> put.tableName(table).item(row.values()));
    }

    /// Other topics for what was agreed to.
    ///
    /// @return false when it was ended in between
    boolean choose(PlayerId player, Subscription agreed, List<Topic> topics) {
        return change(
                player,
                "SET topics = :topics",
                "folded = :folded AND #state = :on",
                Row.empty()
                        .with(":topics", words(topics))
                        .with(":folded", agreed.address().folded())
                        .with(":on", Subscription.State.ON.word()));
    }

    private static List<String> words(List<Topic> topics) {
        return topics.stream().map(Topic::word).toList();
    }

    /// Whoever reads the address agrees. Twice is harmless.
    ///
    /// @return false when it was ended, or another was asked for, in between
    boolean confirm(PlayerId player, Subscription asked, Instant now) {
        return change(
                player,
                "SET #state = :new, subscribed = :yes,"
                        + " confirmedAt = if_not_exists(confirmedAt, :now)",
                "askedAt = :asked AND #state <> :off",
                Row.empty()
                        .with(":new", Subscription.State.ON.word())
                        .with(":off", Subscription.State.OFF.word())
                        .with(":yes", "yes")
                        .with(":asked", asked.askedAt().toEpochMilli())
                        .with(":now", now.toEpochMilli()));
    }

    /// Ends a subscription. Twice is harmless.
    void end(PlayerId player, EmailAddress address) {
        change(
                player,
                "SET #state = :new REMOVE subscribed",
                "folded = :folded",
                Row.empty()
                        .with(":new", Subscription.State.OFF.word())
                        .with(":folded", address.folded()));
    }

    private boolean change(PlayerId player, String change, String condition, Row values) {
        try {
            dynamo.updateItem(update ->
                    update.tableName(table)
                            .key(key(player).values())
                            .updateExpression(change)
                            .conditionExpression(condition)
                            .expressionAttributeNames(Map.of("#state", "state"))
                            .expressionAttributeValues(values.values()));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    /// Where both have one, the one that stays keeps its own.
    void move(PlayerId from, PlayerId into) {
        var moved = find(from);
        if (moved.isEmpty()) return;
        try {
            var row = row(into, moved.get());
            dynamo.putItem(put ->
                    put.tableName(table)
                            .item(row.values())
                            .conditionExpression("attribute_not_exists(pk)"));
        } catch (ConditionalCheckFailedException _) {
            // see above
        }
        erase(from);
    }

    void erase(PlayerId player) {
        dynamo.deleteItem(delete -> delete.tableName(table).key(key(player).values()));
    }

    private static Row row(PlayerId player, Subscription subscription) {
        var row =
                key(player)
                        .with("address", subscription.address().value())
                        .with("folded", subscription.address().folded())
                        .with("state", subscription.state().word())
                        .with("topics", words(subscription.topics()))
                        .with("askedAt", subscription.askedAt().toEpochMilli());
        if (subscription.state() == Subscription.State.ON) row.with("subscribed", "yes");
        var confirmed = subscription.confirmedAt();
        return confirmed == null ? row : row.with("confirmedAt", confirmed.toEpochMilli());
    }

    private static Subscription subscription(Row row) {
        List<Topic> topics = row.texts("topics").stream().map(Topic::of).toList();
        return new Subscription(
                new EmailAddress(row.text("address")),
                Subscription.State.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
                topics,
                Instant.ofEpochMilli(row.number("askedAt")),
                row.optionalNumber("confirmedAt").map(Instant::ofEpochMilli).orElse(null));
    }

    private static Row key(PlayerId player) {
        return Row.key(pk(player), SK);
    }

    private static String pk(PlayerId player) {
        return "PLAYER#" + player;
    }
}
