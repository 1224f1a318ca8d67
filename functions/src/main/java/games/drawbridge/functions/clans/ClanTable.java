package games.drawbridge.functions.clans;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Collision;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.membership.MembershipTable;
import games.drawbridge.model.clans.Clan;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.clans.Member;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// The heads of all clans, and whose their names and tags are.
final class ClanTable {
    static final String LIVES = "attribute_exists(pk) AND attribute_not_exists(ended)";
    private static final String OURS = "attribute_not_exists(pk) OR clan = :clan";

    private final DynamoDbClient dynamo;
    private final String table;

    ClanTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("CLANS_TABLE");
    }

    /// What came of a write of several rows.
    enum Written {
        DONE,
        NAME_TAKEN,
        TAG_TAKEN,
        /// Others wrote the same rows in between.
        COLLIDED
    }

    /// Empty when there is none, or it was disbanded.
    Optional<Clan> find(ClanId clan) {
        return row(clan).filter(row -> !row.has("ended")).map(Rows::clan);
    }

    /// A clan that was disbanded.
    Optional<Clan> findEnded(ClanId clan) {
        return row(clan).filter(row -> row.has("ended")).map(Rows::clan);
    }

    private Optional<Row> row(ClanId clan) {
        var key = Rows.head(clan).values();
        var answer = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        return Row.found(answer.item());
    }

    /// @param left a clan that is no more, and of which the founder's row still tells
    Written create(Clan clan, Member founder, @Nullable ClanId left) {
        var writes = new ArrayList<TransactWriteItem>();
        writes.add(owned(Rows.name(clan.name()), clan.id()).putIfAbsent(table));
        writes.add(owned(Rows.tag(clan.tag()), clan.id()).putIfAbsent(table));
        writes.add(Rows.of(clan).putIfAbsent(table));
        writes.add(Rows.of(clan.id(), founder).putIfAbsent(table));
        writes.add(belongs(founder, clan.id(), left));
        return write(writes);
    }

    /// Part of a transaction: the player is in this clan from now on, and was in none.
    TransactWriteItem belongs(Member member, ClanId clan, @Nullable ClanId left) {
        var row = owned(MembershipTable.key(member.player()), clan);
        return left == null
                ? row.putIfAbsent(table)
                : row.putIf(
                        table,
                        "attribute_not_exists(pk) OR clan = :left",
                        Row.empty().with(":left", left.value()));
    }

    /// Puts a clan's new words in place of the old ones.
    Written describe(Clan before, Clan after) {
        var writes = new ArrayList<TransactWriteItem>();
        writes.add(moved(before.id(), Rows.name(before.name()), Rows.name(after.name())));
        writes.add(moved(before.id(), Rows.tag(before.tag()), Rows.tag(after.tag())));
        writes.add(described(before, after));
        if (!same(Rows.name(before.name()), Rows.name(after.name())))
            writes.add(freed(Rows.name(before.name()), before.id()));
        if (!same(Rows.tag(before.tag()), Rows.tag(after.tag())))
            writes.add(freed(Rows.tag(before.tag()), before.id()));
        return write(writes);
    }

    private TransactWriteItem moved(ClanId clan, Row before, Row after) {
        var ours = Row.empty().with(":clan", clan.value());
        return same(before, after)
                ? owned(before, clan).putIf(table, "clan = :clan", ours)
                : owned(after, clan).putIf(table, OURS, ours);
    }

    private static boolean same(Row one, Row other) {
        return one.text("pk").equals(other.text("pk"));
    }

    private TransactWriteItem described(Clan before, Clan after) {
        var row = Rows.of(after);
        var sets = new ArrayList<String>();
        var removes = new ArrayList<String>();
        var names = Map.of("#name", "name");
        var values = Row.empty().with(":leader", before.leader().value());
        for (String each : List.of("folded", "initial", "tag", "motto", "admission", "tongue"))
            sets.add(each + " = :" + each);
        for (String each : List.of("folded", "initial", "tag", "motto", "admission", "tongue"))
            values.with(":" + each, row.text(each));
        sets.add("#name = :name");
        sets.add("least = :least");
        values.with(":name", after.name()).with(":least", after.level());
        for (String each : List.of("country", "shelf")) {
            String text = row.optionalText(each);
            if (text == null) removes.add(each);
            else {
                sets.add(each + " = :" + each);
                values.with(":" + each, text);
            }
        }
        String change = "SET " + String.join(", ", sets);
        if (!removes.isEmpty()) change += " REMOVE " + String.join(", ", removes);
        return Rows.head(before.id())
                .update(table, change, LIVES + " AND leader = :leader", names, values);
    }

    /// Ends a clan, if its leader still is who was seen: nobody comes in any more, and its name and
    /// tag are free.
    boolean end(Clan clan, Instant now, int members) {
        var values =
                Row.empty()
                        .with(":leader", clan.leader().value())
                        .with(":members", members)
                        .with(":now", now.toEpochMilli())
                        .with(":expires", now.plus(ClanCallLimits.ENDED).getEpochSecond());
        var head =
                Rows.head(clan.id())
                        .update(
                                table,
                                "SET ended = :now, expires = :expires REMOVE shelf, initial",
                                LIVES + " AND leader = :leader AND members <= :members",
                                values);
        var writes =
                List.of(
                        head,
                        freed(Rows.name(clan.name()), clan.id()),
                        freed(Rows.tag(clan.tag()), clan.id()));
        return write(writes) == Written.DONE;
    }

    private TransactWriteItem freed(Row key, ClanId clan) {
        return key.deleteIf(table, OURS, Row.empty().with(":clan", clan.value()));
    }

    /// Marks a clan as one where something happens.
    void active(ClanId clan, Instant now) {
        try {
            dynamo.updateItem(update ->
                    update.tableName(table)
                            .key(Rows.head(clan).values())
                            .updateExpression("SET activeAt = :now")
                            .conditionExpression(LIVES + " AND activeAt < :now")
                            .expressionAttributeValues(
                                    Row.empty().with(":now", now.toEpochMilli()).values()));
        } catch (ConditionalCheckFailedException _) {
            // it is no more, or somebody else was faster
        }
    }

    /// Writes all or nothing.
    Written write(List<TransactWriteItem> writes) {
        try {
            dynamo.transactWriteItems(write -> write.transactItems(writes));
            return Written.DONE;
        } catch (TransactionCanceledException cancelled) {
            var codes =
                    cancelled.cancellationReasons().stream().map(CancellationReason::code).toList();
            Collision.orThrow(cancelled);
            if (failed(codes, 0)) return Written.NAME_TAKEN;
            return failed(codes, 1) ? Written.TAG_TAKEN : Written.COLLIDED;
        }
    }

    private static boolean failed(List<String> codes, int position) {
        return codes.size() > position && codes.get(position).equals("ConditionalCheckFailed");
    }

    private static Row owned(Row key, ClanId clan) {
        return key.with("clan", clan.value());
    }
}
