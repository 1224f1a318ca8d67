package games.drawbridge.functions.aws;

import software.amazon.awssdk.core.exception.SdkException;

/// Any table of a function, asked for a row that nobody has.
final class PrimingTable {
    private final Aws aws;
    private final String table;

    PrimingTable(Aws aws, String table) {
        this.aws = aws;
        this.table = table;
    }

    /// Goes the whole way to DynamoDB and back once.
    void read() {
        try {
            var nobody = Row.key("PRIMING", "PRIMING").values();
            aws.dynamoDb().getItem(get -> get.tableName(table).key(nobody));
        } catch (SdkException _) {
            // not every function may read its table by key
        }
    }
}
