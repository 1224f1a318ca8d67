package games.drawbridge.local.triggers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.local.http.Json;
import java.time.Instant;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.Record;

/// One record of a table's stream.
///
/// @param event as a function gets it
record Change(String sequence, Instant at, ObjectNode event) {

    static Change of(Record record, String stream, String region) {
        var event =
                Json.object()
                        .put("eventID", record.eventID())
                        .put("eventName", record.eventNameAsString())
                        .put("eventVersion", record.eventVersion())
                        .put("eventSource", "aws:dynamodb")
                        .put("awsRegion", region)
                        .put("eventSourceARN", stream);
        var change = record.dynamodb();
        var row =
                event.putObject("dynamodb")
                        .put("SequenceNumber", change.sequenceNumber())
                        .put("SizeBytes", change.sizeBytes())
                        .put("StreamViewType", change.streamViewTypeAsString())
                        .put(
                                "ApproximateCreationDateTime",
                                change.approximateCreationDateTime().getEpochSecond());
        row.set("Keys", AttributeJson.of(change.keys()));
        if (change.hasNewImage()) row.set("NewImage", AttributeJson.of(change.newImage()));
        if (change.hasOldImage()) row.set("OldImage", AttributeJson.of(change.oldImage()));
        if (record.userIdentity() != null)
            event.putObject("userIdentity")
                    .put("type", record.userIdentity().type())
                    .put("principalId", record.userIdentity().principalId());
        return new Change(
                Objects.requireNonNull(change.sequenceNumber()),
                change.approximateCreationDateTime(),
                event);
    }
}
