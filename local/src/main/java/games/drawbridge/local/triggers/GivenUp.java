package games.drawbridge.local.triggers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.lambda.Outcome;
import java.util.UUID;

/// What the queue for failures hears when Lambda gives something up.
///
/// @param condition Lambda's word for why
/// @param tries how often it was tried
record GivenUp(Engine engine, String function, String condition, int tries) {

    /// Of changes it is told where they stand, not what they are.
    JsonNode changes(String stream, String shard, StreamBatch.Part part) {
        var letter = letter();
        letter.putObject("DDBStreamBatchInfo")
                .put("shardId", shard)
                .put("startSequenceNumber", part.changes().getFirst().sequence())
                .put("endSequenceNumber", part.changes().getLast().sequence())
                .put("approximateArrivalOfFirstRecord", part.changes().getFirst().at().toString())
                .put("approximateArrivalOfLastRecord", part.changes().getLast().at().toString())
                .put("batchSize", part.changes().size())
                .put("streamArn", stream);
        return letter;
    }

    /// An event that nobody waited for, whole.
    JsonNode event(JsonNode event, Outcome last) {
        var letter = letter();
        letter.set("requestPayload", event);
        if (last instanceof Outcome.Failed(String type, String message))
            letter.putObject("responsePayload").put("errorType", type).put("errorMessage", message);
        return letter;
    }

    private ObjectNode letter() {
        var letter =
                Json.object()
                        .put("version", "1.0")
                        .put("timestamp", engine.clock().instant().toString());
        letter.putObject("requestContext")
                .put("requestId", UUID.randomUUID().toString())
                .put("functionArn", engine.cloud().function(function) + ":live")
                .put("condition", condition)
                .put("approximateInvokeCount", tries);
        letter.putObject("responseContext")
                .put("statusCode", 200)
                .put("executedVersion", "1")
                .put("functionError", "Unhandled");
        return letter;
    }
}
