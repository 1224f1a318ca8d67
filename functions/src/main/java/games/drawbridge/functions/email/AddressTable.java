package games.drawbridge.functions.email;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Which e-mail addresses each player has given, and whom an address leads to.
public final class AddressTable {
    private static final String ADDRESS = "ADDRESS#";

    private final DynamoDbClient dynamo;
    private final String table;

    public AddressTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PLAYERS_TABLE");
    }

    /// Notes an address. Telling it again is harmless, and what is verified stays so.
    ///
    /// @param source who says so: an OpenID provider's name, `checkout` or `mailing`
    public void note(
            PlayerId player, EmailAddress address, String source, boolean verified, Instant at) {
        makeRoom(player, address);
        var told =
                Row.empty()
                        .with(":address", address.value())
                        .with(":email", address.folded())
                        .with(":source", source)
                        .with(":at", at.toEpochMilli());
        if (verified) told.with(":yes", "yes");
        dynamo.updateItem(update ->
                update.tableName(table)
                        .key(key(player, address).values())
                        .updateExpression(
                                "SET address = :address, email = :email, #at = :at,"
                                        + " #source = if_not_exists(#source, :source)"
                                        + (verified ? ", verified = :yes" : ""))
                        .expressionAttributeNames(Map.of("#at", "at", "#source", "source"))
                        .expressionAttributeValues(told.values()));
    }

    /// Of too many addresses the one goes that was told longest ago.
    private void makeRoom(PlayerId player, EmailAddress address) {
        var all = of(player);
        boolean known = all.stream().anyMatch(it -> it.address().hash().equals(address.hash()));
        if (known || all.size() < EmailLimits.ADDRESSES) return;
        all.stream()
                .min(Comparator.comparing(GivenAddress::at))
                .ifPresent(oldest -> delete(key(player, oldest.address())));
    }

    /// The one that a letter goes to stands first.
    public List<GivenAddress> of(PlayerId player) {
        return rows(player).stream()
                .map(AddressTable::given)
                .sorted(GivenAddress.BEST_FIRST)
                .toList();
    }

    private List<Row> rows(PlayerId player) {
        var range = Row.range(pk(player), ADDRESS);
        return dynamo
                .queryPaginator(
                        query -> query.tableName(table).applyMutation(range).consistentRead(true))
                .items()
                .stream()
                .map(Row::of)
                .toList();
    }

    /// Who gave this address; found a moment after it was told.
    public List<PlayerId> owners(EmailAddress address) {
        var email = Row.empty().with(":email", address.folded());
        return dynamo
                .query(query ->
                        query.tableName(table)
                                .indexName("addresses")
                                .keyConditionExpression("email = :email")
                                .expressionAttributeValues(email.values())
                                .limit(EmailLimits.OWNERS))
                .items()
                .stream()
                .map(row -> Row.of(row).text("pk").substring("PLAYER#".length()))
                .map(PlayerId::new)
                .toList();
    }

    void move(PlayerId from, PlayerId into) {
        for (var each : of(from)) {
            note(into, each.address(), each.source(), each.verified(), each.at());
            delete(key(from, each.address()));
        }
    }

    void erase(PlayerId player) {
        rows(player).forEach(row -> delete(Row.key(row.text("pk"), row.text("sk"))));
    }

    private void delete(Row key) {
        dynamo.deleteItem(delete -> delete.tableName(table).key(key.values()));
    }

    private static GivenAddress given(Row row) {
        return new GivenAddress(
                new EmailAddress(row.text("address")),
                row.text("source"),
                row.has("verified"),
                Instant.ofEpochMilli(row.number("at")));
    }

    private static Row key(PlayerId player, EmailAddress address) {
        return Row.key(pk(player), ADDRESS + address.hash());
    }

    private static String pk(PlayerId player) {
        return "PLAYER#" + player;
    }
}
