package games.drawbridge.local.deploy;

import games.drawbridge.local.refusal.Refusal;
import games.drawbridge.local.template.Table;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/// Makes tables, their indexes, streams and expiry.
final class Tables {
    private final DynamoDbClient client;

    Tables(DynamoDbClient client) {
        this.client = client;
    }

    /// @throws Refusal when a table is kept that can't become what is declared
    void make(List<Table> tables) throws InterruptedException {
        for (Table table : tables) make(table);
    }

    private void make(Table table) throws InterruptedException {
        try {
            var there = client.describeTable(ask -> ask.tableName(table.name())).table();
            new KeptTable(client, table, there).adapt();
        } catch (ResourceNotFoundException _) {
            client.createTable(new Shape(table).request());
        }
        table.ttl().ifPresent(attribute -> expire(table.name(), attribute));
    }

    private void expire(String table, String attribute) {
        var there = client.describeTimeToLive(ask -> ask.tableName(table)).timeToLiveDescription();
        if (there.timeToLiveStatus() == TimeToLiveStatus.DISABLED)
            client.updateTimeToLive(update ->
                    update.tableName(table)
                            .timeToLiveSpecification(
                                    ttl -> ttl.enabled(true).attributeName(attribute)));
    }
}
