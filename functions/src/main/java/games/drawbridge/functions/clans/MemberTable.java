package games.drawbridge.functions.clans;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.membership.MembershipTable;
import games.drawbridge.model.clans.Clan;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.clans.ClanLimits;
import games.drawbridge.model.clans.ClanRole;
import games.drawbridge.model.clans.Member;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// The members of all clans. Each write is one transaction on condition that what was seen still is
/// so; false means that it is not, and is to be looked at again.
final class MemberTable {
    private static final Map<String, String> ROLE = Map.of("#role", "role");
    private static final String SAME_ROLE = "attribute_exists(pk) AND #role = :role";

    private final DynamoDbClient dynamo;
    private final String table;
    private final ClanTable clans;
    private final MembershipTable memberships;

    MemberTable(Aws aws, ClanTable clans) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("CLANS_TABLE");
        this.clans = clans;
        memberships = new MembershipTable(aws);
    }

    Optional<Member> find(ClanId clan, PlayerId player) {
        var key = Rows.member(clan, player).values();
        var answer = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        return Row.found(answer.item()).map(Rows::member);
    }

    /// All members, by one read.
    List<Member> of(ClanId clan) {
        var range = Row.range(Rows.pk(clan), Rows.MEMBER);
        return dynamo
                .queryPaginator(
                        query -> query.tableName(table).applyMutation(range).consistentRead(true))
                .items()
                .stream()
                .map(Row::of)
                .map(Rows::member)
                .toList();
    }

    /// How a player comes in.
    ///
    /// @param left a clan that is no more, and of which the player's row still tells
    /// @param invited by an invitation, which is used up
    /// @param by the officer who accepts the player's request, which is used up
    record Way(@Nullable ClanId left, boolean invited, @Nullable Member by) {}

    boolean join(Clan clan, Member member, Way way) {
        var writes = new ArrayList<TransactWriteItem>();
        writes.add(clans.belongs(member, clan.id(), way.left()));
        writes.add(Rows.of(clan.id(), member).putIfAbsent(table));
        writes.add(seated(clan, member, way));
        var exists = "attribute_exists(pk)";
        var request = WishTable.key(Wish.Kind.REQUEST, clan.id(), member.player());
        var invitation = WishTable.key(Wish.Kind.INVITATION, clan.id(), member.player());
        var by = way.by();
        writes.add(by == null ? request.delete(table) : request.deleteIf(table, exists));
        writes.add(way.invited() ? invitation.deleteIf(table, exists) : invitation.delete(table));
        if (by != null) writes.add(still(clan.id(), by, member.seenAt()));
        return done(writes);
    }

    /// One more seat is taken, if there is one.
    private TransactWriteItem seated(Clan clan, Member member, Way way) {
        var values =
                Row.empty()
                        .with(":one", 1)
                        .with(":most", ClanLimits.MEMBERS)
                        .with(":now", member.joinedAt().toEpochMilli());
        String condition = ClanTable.LIVES + " AND members < :most";
        if (!way.invited() && way.by() == null) {
            condition += " AND admission = :admission";
            values.with(":admission", clan.admission().text());
        }
        return Rows.head(clan.id())
                .update(table, "SET members = members + :one, activeAt = :now", condition, values);
    }

    /// Part of a transaction: the member still has the role, and has been seen.
    private TransactWriteItem still(ClanId clan, Member member, Instant now) {
        return changed(clan, member, member.role(), now);
    }

    private TransactWriteItem changed(ClanId clan, Member member, ClanRole next, Instant now) {
        var values =
                Row.empty()
                        .with(":role", member.role().text())
                        .with(":next", next.text())
                        .with(":now", now.toEpochMilli());
        return Rows.member(clan, member.player())
                .update(table, "SET #role = :next, seenAt = :now", SAME_ROLE, ROLE, values);
    }

    /// Takes a member out who is not the leader.
    ///
    /// @param by who does it; absent: the member
    boolean leave(ClanId clan, Member member, @Nullable Member by, Instant now) {
        var writes = new ArrayList<>(out(clan, member));
        writes.add(
                Rows.head(clan)
                        .update(
                                table,
                                "SET members = members - :one",
                                ClanTable.LIVES + " AND leader <> :player",
                                Row.empty()
                                        .with(":one", 1)
                                        .with(":player", member.player().value())));
        if (by != null) writes.add(still(clan, by, now));
        return done(writes);
    }

    /// Takes the leader out, and another member takes over.
    boolean leave(ClanId clan, Member leader, Member heir) {
        var writes = new ArrayList<>(out(clan, leader));
        writes.add(role(clan, heir, ClanRole.LEADER));
        writes.add(
                Rows.head(clan)
                        .update(
                                table,
                                "SET members = members - :one, leader = :heir",
                                ClanTable.LIVES + " AND leader = :player",
                                Row.empty()
                                        .with(":one", 1)
                                        .with(":heir", heir.player().value())
                                        .with(":player", leader.player().value())));
        return done(writes);
    }

    private List<TransactWriteItem> out(ClanId clan, Member member) {
        var ours = Row.empty().with(":clan", clan.value());
        return List.of(
                MembershipTable.key(member.player())
                        .deleteIf(table, "attribute_not_exists(pk) OR clan = :clan", ours),
                Rows.member(clan, member.player()).deleteIf(table, "attribute_exists(pk)"));
    }

    /// Gives a member a role that is not the leader's.
    boolean appoint(ClanId clan, Member member, Member by, ClanRole next, Instant now) {
        return done(List.of(role(clan, member, next), still(clan, by, now)));
    }

    /// Another member leads from now on; the old leader becomes an officer.
    boolean handOver(ClanId clan, Member leader, Member heir) {
        return done(
                List.of(
                        role(clan, leader, ClanRole.OFFICER),
                        role(clan, heir, ClanRole.LEADER),
                        Rows.head(clan)
                                .update(
                                        table,
                                        "SET leader = :heir",
                                        ClanTable.LIVES + " AND leader = :player",
                                        Row.empty()
                                                .with(":heir", heir.player().value())
                                                .with(":player", leader.player().value()))));
    }

    private TransactWriteItem role(ClanId clan, Member member, ClanRole next) {
        var values = Row.empty().with(":role", member.role().text()).with(":next", next.text());
        return Rows.member(clan, member.player())
                .update(table, "SET #role = :next", SAME_ROLE, ROLE, values);
    }

    /// The seat of one account becomes another's: the same person's.
    boolean move(Clan clan, Member member, PlayerId into, @Nullable ClanId left) {
        var moved = new Member(into, member.role(), member.joinedAt(), member.seenAt());
        var writes = new ArrayList<>(out(clan.id(), member));
        writes.add(clans.belongs(moved, clan.id(), left));
        writes.add(Rows.of(clan.id(), moved).putIfAbsent(table));
        if (member.leads())
            writes.add(
                    Rows.head(clan.id())
                            .update(
                                    table,
                                    "SET leader = :heir",
                                    "leader = :player",
                                    Row.empty()
                                            .with(":heir", into.value())
                                            .with(":player", member.player().value())));
        return done(writes);
    }

    /// Takes these out of a clan that is no more. Who has found another one stays there.
    boolean release(ClanId clan, List<Member> members) {
        var rows = memberships.rows(members.stream().map(Member::player).toList());
        var writes = new ArrayList<TransactWriteItem>();
        for (var member : members) {
            if (clan.equals(rows.get(member.player()))) writes.addAll(out(clan, member));
            else writes.add(Rows.member(clan, member.player()).delete(table));
        }
        return done(writes);
    }

    /// Writes down that a member is about.
    void seen(ClanId clan, Member member, Instant now) {
        try {
            dynamo.updateItem(update ->
                    update.tableName(table)
                            .key(Rows.member(clan, member.player()).values())
                            .updateExpression("SET seenAt = :now")
                            .conditionExpression("attribute_exists(pk) AND seenAt < :now")
                            .expressionAttributeValues(
                                    Row.empty().with(":now", now.toEpochMilli()).values()));
        } catch (ConditionalCheckFailedException _) {
            // gone meanwhile, or seen
        }
    }

    private boolean done(List<TransactWriteItem> writes) {
        return clans.write(writes) == ClanTable.Written.DONE;
    }
}
