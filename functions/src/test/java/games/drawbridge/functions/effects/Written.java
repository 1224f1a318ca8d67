package games.drawbridge.functions.effects;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.util.Map;

/// An effect's row as the stream brings it: the table's words in the event's own classes.
final class Written {
    private Written() {}

    static DynamodbStreamRecord record(String room, int seq, int n, String effect) {
        var image =
                Map.of(
                        "pk", text("ROOM#" + room),
                        "sk", text(sk(seq, n)),
                        "effect", text(effect),
                        "pending", text("yes"),
                        "at", new AttributeValue().withN("1793563200000"));
        var record = new DynamodbStreamRecord();
        record.setEventName("INSERT");
        record.setDynamodb(
                new StreamRecord()
                        .withSequenceNumber("position-" + seq + "-" + n)
                        .withNewImage(image));
        return record;
    }

    static String sk(int seq, int n) {
        return "EFFECT#%012d#%03d".formatted(seq, n);
    }

    private static AttributeValue text(String value) {
        return new AttributeValue().withS(value);
    }
}
