package games.drawbridge.functions.clans;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.http.Page;
import games.drawbridge.functions.players.PlayerName;
import games.drawbridge.model.clans.Clan;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.clans.ClanLimits;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// Finds clans by what their names begin with, or shows those where something happens. May be a
/// moment late.
final class DiscoveryTable {
    private final DynamoDbClient dynamo;
    private final String table;

    DiscoveryTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("CLANS_TABLE");
    }

    /// Clans whose name begins so, by name.
    ///
    /// @param folded as names are compared; two code points at least
    List<Clan> named(String folded, Search search, Page page) {
        var start =
                position(page.after())
                        .map(at ->
                                Rows.head(at.clan())
                                        .with("initial", Rows.initial(at.sort()))
                                        .with("folded", at.sort()));
        var condition = "initial = :shelf AND begins_with(folded, :from)";
        var values = Row.empty().with(":shelf", Rows.initial(folded)).with(":from", folded);
        return found("names", true, condition, values, search, page, start);
    }

    /// Clans of a language that take players in, those where something happened last first.
    List<Clan> active(String language, Search search, Page page) {
        var start =
                position(page.after())
                        .map(at ->
                                Rows.head(at.clan())
                                        .with("shelf", language)
                                        .with("activeAt", Long.parseLong(at.sort())));
        var values = Row.empty().with(":shelf", language);
        return found("listing", false, "shelf = :shelf", values, search, page, start);
    }

    private List<Clan> found(
            String index,
            boolean forward,
            String condition,
            Row values,
            Search search,
            Page page,
            Optional<Row> start) {
        var query =
                QueryRequest.builder()
                        .tableName(table)
                        .indexName(index)
                        .keyConditionExpression(condition)
                        .filterExpression(search.filter(values))
                        .expressionAttributeValues(values.values())
                        .scanIndexForward(forward)
                        .limit(ClanCallLimits.READ)
                        .exclusiveStartKey(start.map(Row::values).orElse(null))
                        .build();
        return dynamo.queryPaginator(query).stream()
                .limit(ClanCallLimits.LOOKED_AT / ClanCallLimits.READ)
                .flatMap(answer -> answer.items().stream())
                .map(Row::of)
                .map(Rows::clan)
                .limit(page.toRead())
                .toList();
    }

    /// Whose tag it is.
    Optional<ClanId> tagged(String tag) {
        Map<String, AttributeValue> key = Rows.tag(tag).values();
        return Row.found(dynamo.getItem(get -> get.tableName(table).key(key)).item())
                .map(row -> new ClanId(row.text("clan")));
    }

    /// Where a clan stands in the list of those whose name begins so.
    static String byName(Clan clan) {
        return PlayerName.folded(clan.name()) + " " + clan.id();
    }

    /// Where a clan stands in the list of those where something happens.
    static String byActivity(Clan clan) {
        return clan.activeAt().toEpochMilli() + " " + clan.id();
    }

    private record Position(String sort, ClanId clan) {}

    private static Optional<Position> position(@Nullable String after) {
        if (after == null) return Optional.empty();
        int space = after.lastIndexOf(' ');
        return Optional.of(
                new Position(after.substring(0, space), new ClanId(after.substring(space + 1))));
    }

    /// What a clan must be like.
    ///
    /// @param open whether it must take everybody
    /// @param country absent: any
    /// @param language absent: any
    /// @param level of the player; absent: any
    record Search(
            boolean open,
            @Nullable String country,
            @Nullable String language,
            @Nullable Long level) {

        /// As a filter, whose values it adds.
        private String filter(Row values) {
            var filter = new StringBuilder("members < :most");
            values.with(":most", ClanLimits.MEMBERS);
            if (open) {
                filter.append(" AND admission = :open");
                values.with(":open", "open");
            }
            if (country != null) {
                filter.append(" AND country = :country");
                values.with(":country", country.toUpperCase(Locale.ROOT));
            }
            if (language != null) {
                filter.append(" AND tongue = :tongue");
                values.with(":tongue", language);
            }
            if (level != null) {
                filter.append(" AND least <= :level");
                values.with(":level", level);
            }
            return filter.toString();
        }
    }
}
