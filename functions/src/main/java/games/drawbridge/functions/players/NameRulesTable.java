package games.drawbridge.functions.players;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The one row about names.
public final class NameRulesTable {
    private final DynamoDbClient dynamo;
    private final String table;

    public NameRulesTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("CONFIG_TABLE");
    }

    /// Anything goes when nothing else was ever said.
    public NameRules read() {
        var key = Row.key("TITLE", "NAMES").values();
        return Row.found(dynamo.getItem(get -> get.tableName(table).key(key)).item())
                .map(row -> new NameRules(row.number("unique") == 1, row.texts("blocked")))
                .orElse(NameRules.NONE);
    }

    public void write(NameRules rules) {
        var row =
                Row.key("TITLE", "NAMES")
                        .with("unique", rules.unique() ? 1 : 0)
                        .with("blocked", rules.blocked());
        dynamo.putItem(put -> put.tableName(table).item(row.values()));
    }
}
