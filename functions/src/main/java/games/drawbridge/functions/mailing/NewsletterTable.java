package games.drawbridge.functions.mailing;

import games.drawbridge.functions.RandomText;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.OnceTable;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.email.EmailAddress;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.player.PlayerId;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// Letters to the list: which are on their way, how far, and to whom each has gone.
public final class NewsletterTable {
    private static final String LETTER = "LETTER#";
    private static final String PLAYER = "PLAYER#";
    private static final String HEAD = "HEAD";
    private static final int NAME_SYMBOLS = 16;

    private final DynamoDbClient dynamo;
    private final String table;
    private final RandomText random = new RandomText(new SecureRandom());

    public NewsletterTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PLAYERS_TABLE");
    }

    /// How far a letter is.
    ///
    /// @param sent to so many
    public record Standing(String letter, String topic, boolean sending, long sent) {}

    /// A letter on its way.
    ///
    /// @param after whom it goes on; empty at the beginning
    record Way(Newsletter newsletter, String after) {}

    /// Sends a letter on its way, once.
    ///
    /// @return how far the letter of that id is
    public Standing add(Newsletter newsletter) {
        var row =
                head(newsletter.id())
                        .with("topic", newsletter.topic())
                        .with("words", JsonText.write(newsletter.words()))
                        .with("at", newsletter.at().toEpochMilli())
                        .with("sent", 0)
                        .with("job", "letter")
                        .with("due", newsletter.at().toEpochMilli());
        try {
            dynamo.putItem(put ->
                    put.tableName(table)
                            .item(row.values())
                            .conditionExpression("attribute_not_exists(pk)"));
        } catch (ConditionalCheckFailedException _) {
            // it is on its way already
        }
        return find(newsletter.id()).map(NewsletterTable::standing).orElseThrow();
    }

    private static Standing standing(Row row) {
        return new Standing(
                id(row.text("pk")), row.text("topic"), row.has("job"), row.number("sent"));
    }

    /// Those on their way, the oldest first.
    List<Way> open(int most) {
        var values = Row.empty().with(":letter", "letter").values();
        return dynamo
                .query(query ->
                        query.tableName(table)
                                .indexName("jobs")
                                .keyConditionExpression("job = :letter")
                                .expressionAttributeValues(values)
                                .limit(most))
                .items()
                .stream()
                .flatMap(row -> find(id(Row.of(row).text("pk"))).stream())
                .map(NewsletterTable::way)
                .toList();
    }

    private static Way way(Row row) {
        var words = List.of(JsonText.read(row.text("words"), Newsletter.Words[].class));
        var newsletter =
                new Newsletter(
                        id(row.text("pk")),
                        row.text("topic"),
                        words,
                        Instant.ofEpochMilli(row.number("at")));
        return new Way(newsletter, Optional.ofNullable(row.optionalText("reached")).orElse(""));
    }

    /// Who is on the list, behind a player.
    ///
    /// @param after empty: from the beginning
    List<PlayerId> subscribers(String after, int most) {
        var values = Row.empty().with(":yes", "yes").with(":after", PLAYER + after).values();
        return dynamo
                .query(query ->
                        query.tableName(table)
                                .indexName("subscribers")
                                .keyConditionExpression("subscribed = :yes AND pk > :after")
                                .expressionAttributeValues(values)
                                .limit(most))
                .items()
                .stream()
                .map(row -> new PlayerId(Row.of(row).text("pk").substring(PLAYER.length())))
                .toList();
    }

    /// Takes a letter to an address for oneself, for ever.
    ///
    /// @return false when it has gone there, or somebody was about to send it
    boolean claim(Newsletter newsletter, EmailAddress to, Instant now) {
        var row =
                to(newsletter, to)
                        .with("claimant", random.symbols(NAME_SYMBOLS))
                        .with("expires", now.plus(MailingLimits.REMEMBERED).getEpochSecond());
        return OnceTable.put(dynamo, table, row);
    }

    /// It surely has not gone there: it may, later.
    void release(Newsletter newsletter, EmailAddress to) {
        dynamo.deleteItem(delete -> delete.tableName(table).key(to(newsletter, to).values()));
    }

    /// Notes how far it is.
    void reached(Newsletter newsletter, String player, long more) {
        var values = Row.empty().with(":player", player).with(":more", more).values();
        dynamo.updateItem(update ->
                update.tableName(table)
                        .key(head(newsletter.id()).values())
                        .updateExpression("SET reached = :player ADD sent :more")
                        .expressionAttributeValues(values));
    }

    /// It has gone to all.
    void done(Newsletter newsletter) {
        dynamo.updateItem(update ->
                update.tableName(table)
                        .key(head(newsletter.id()).values())
                        .updateExpression("REMOVE job, due"));
    }

    private Optional<Row> find(String letter) {
        var key = head(letter).values();
        var answer = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        return Row.found(answer.item());
    }

    private static Row head(String letter) {
        return Row.key(LETTER + letter, HEAD);
    }

    private static Row to(Newsletter newsletter, EmailAddress address) {
        return Row.key(LETTER + newsletter.id(), "TO#" + address.hash());
    }

    private static String id(String pk) {
        return pk.substring(LETTER.length());
    }
}
