package games.drawbridge.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A DynamoDB table.
///
/// @param types of the key attributes, by name: `S`, `N` or `B`
/// @param ttl the attribute that says when a row expires
/// @param stream what a stream record holds of a row, as in `NEW_AND_OLD_IMAGES`
public record Table(
        String id,
        String name,
        Map<String, String> types,
        Key key,
        List<Index> indexes,
        Optional<String> ttl,
        Optional<String> stream) {

    /// Which attributes find a row.
    public record Key(String hash, Optional<String> range) {}

    /// A global secondary index.
    ///
    /// @param projection `ALL`, `KEYS_ONLY` or `INCLUDE`
    /// @param attributes what is included
    public record Index(String name, Key key, String projection, List<String> attributes) {}

    static Table read(String id, String name, Props props) {
        props.ignore(
                "TableName",
                "BillingMode",
                "PointInTimeRecoverySpecification",
                "SSESpecification",
                "DeletionProtectionEnabled",
                "OnDemandThroughput",
                "Tags");
        var types = new java.util.LinkedHashMap<String, String>();
        for (Props attribute : props.all("AttributeDefinitions"))
            types.put(attribute.text("AttributeName"), attribute.text("AttributeType"));
        return new Table(
                id,
                name,
                types,
                key(props),
                props.all("GlobalSecondaryIndexes").stream().map(Table::index).toList(),
                ttl(props.in("TimeToLiveSpecification")),
                props.in("StreamSpecification").maybe("StreamViewType"));
    }

    private static Key key(Props props) {
        String hash = "";
        Optional<String> range = Optional.empty();
        for (Props part : props.all("KeySchema")) {
            if (part.text("KeyType").equals("HASH")) hash = part.text("AttributeName");
            else range = part.maybe("AttributeName");
        }
        if (hash.isEmpty()) throw new TemplateFault(props.where("KeySchema"), "has no HASH key");
        return new Key(hash, range);
    }

    private static Index index(Props props) {
        props.ignore("OnDemandThroughput");
        var projection = props.in("Projection");
        return new Index(
                props.text("IndexName"),
                key(props),
                projection.maybe("ProjectionType").orElse("ALL"),
                projection.texts("NonKeyAttributes"));
    }

    private static Optional<String> ttl(Props props) {
        boolean enabled = props.flag("Enabled", false);
        return props.maybe("AttributeName").filter(_ -> enabled);
    }
}
