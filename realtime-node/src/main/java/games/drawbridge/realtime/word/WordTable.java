package games.drawbridge.realtime.word;

import games.drawbridge.realtime.storage.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The row `SERVER` of the Rooms table. All calls block.
public final class WordTable {
    private static final Map<String, AttributeValue> KEY =
            Map.of("pk", AttributeValue.fromS("SERVER"), "sk", AttributeValue.fromS("WORD"));

    private final DynamoDbClient dynamo;
    private final String table;

    public WordTable(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    Word read() {
        var item = dynamo.getItem(get -> get.tableName(table).key(KEY).consistentRead(true)).item();
        if (item.isEmpty()) return Word.NONE;
        var row = new Row(item);
        return new Word(
                row.has("status") ? row.text("status") : Word.NONE.status(),
                row.has("message") ? row.text("message") : null,
                row.has("configVersion") ? row.number("configVersion") : 0,
                turns(item));
    }

    private static List<Instant> turns(Map<String, AttributeValue> item) {
        var turns = new ArrayList<Instant>();
        var list = item.get("turns");
        if (list != null)
            for (var turn : list.l()) turns.add(Instant.ofEpochMilli(Long.parseLong(turn.s())));
        return turns;
    }
}
