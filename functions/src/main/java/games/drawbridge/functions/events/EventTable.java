package games.drawbridge.functions.events;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.OnceTable;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.events.Round;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Who has entered which round, how they were matched, and who was paid.
final class EventTable {
    private static final String ENTRY = "ENTRY#";
    private static final String PAID = "PAID#";

    private final DynamoDbClient dynamo;
    private final String table;

    EventTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("CLANS_TABLE");
    }

    /// A clan enters a round, once.
    ///
    /// @return false when it had entered before
    boolean enter(Round round, ClanId clan, PlayerId by, Instant now) {
        return put(
                row(round, ENTRY + clan)
                        .with("clan", clan.value())
                        .with("entrant", by.value())
                        .with("at", now.toEpochMilli()));
    }

    boolean hasEntered(Round round, ClanId clan) {
        return find(row(round, ENTRY + clan)).isPresent();
    }

    /// Those who have entered before a moment.
    List<ClanId> entries(Round round, Instant before) {
        return rows(round, ENTRY)
                .filter(row -> row.number("at") < before.toEpochMilli())
                .map(row -> new ClanId(row.text("clan")))
                .limit(EventLimits.CLANS)
                .toList();
    }

    /// How the clans were matched; empty before that.
    Optional<List<List<ClanId>>> groups(Round round) {
        return find(row(round, "GROUPS"))
                .map(row -> JsonText.read(row.text("groups"), Groups.class).lists());
    }

    /// Writes down how they are matched, if nobody else has.
    void match(Round round, List<List<ClanId>> groups, Instant now) {
        var json = JsonText.write(Groups.of(groups));
        put(row(round, "GROUPS").with("groups", json).with("at", now.toEpochMilli()));
    }

    /// Clans whose members were all paid.
    Set<ClanId> paid(Round round) {
        return rows(round, PAID)
                .map(row -> new ClanId(row.text("clan")))
                .collect(Collectors.toSet());
    }

    void pay(Round round, ClanId clan, Instant now) {
        put(row(round, PAID + clan).with("clan", clan.value()).with("at", now.toEpochMilli()));
    }

    /// Whether nothing is to be paid any more.
    boolean isOver(Round round) {
        return find(row(round, "OVER")).isPresent();
    }

    void end(Round round, Instant now) {
        put(row(round, "OVER").with("at", now.toEpochMilli()));
    }

    private record Groups(List<List<String>> groups) {
        static Groups of(List<List<ClanId>> groups) {
            return new Groups(
                    groups.stream()
                            .map(group -> group.stream().map(ClanId::value).toList())
                            .toList());
        }

        List<List<ClanId>> lists() {
            return groups.stream().map(group -> group.stream().map(ClanId::new).toList()).toList();
        }
    }

    private Stream<Row> rows(Round round, String prefix) {
        var range = Row.range(pk(round), prefix);
        return dynamo
                .queryPaginator(
                        query -> query.tableName(table).applyMutation(range).consistentRead(true))
                .items()
                .stream()
                .map(Row::of);
    }

    private Optional<Row> find(Row key) {
        var only = Row.key(key.text("pk"), key.text("sk")).values();
        var answer = dynamo.getItem(get -> get.tableName(table).key(only).consistentRead(true));
        return Row.found(answer.item());
    }

    private boolean put(Row row) {
        return OnceTable.put(dynamo, table, row);
    }

    private static Row row(Round round, String sk) {
        var expires = round.week().until().plus(EventLimits.KEPT).getEpochSecond();
        return Row.key(pk(round), sk).with("expires", expires);
    }

    private static String pk(Round round) {
        return "EVENT#" + round.id();
    }
}
