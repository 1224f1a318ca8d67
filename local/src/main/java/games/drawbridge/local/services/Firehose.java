package games.drawbridge.local.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.local.http.Answerer;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.http.Request;
import games.drawbridge.local.http.Response;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/// Firehose's call that puts records (AWS JSON 1.1), over the one delivery stream of events.
public final class Firehose implements Answerer {

    /// The stream's name, as the template's parameter is told.
    public static final String STREAM = "drawbridge-events";

    /// How its operations begin.
    static final String TARGET = "Firehose_20150804.";

    private static final int MOST_RECORDS = 500;
    private static final int MOST_BYTES = 1_000 * 1024;
    private static final int MOST_BYTES_TOGETHER = 4 * 1024 * 1024;

    private final EventFiles files;

    public Firehose(EventFiles files) {
        this.files = files;
    }

    @Override
    public Response answer(Request request) {
        String target = request.headers().first("x-amz-target").orElse("");
        try {
            if (!target.equals(TARGET + "PutRecordBatch"))
                throw new AwsFault(400, "UnknownOperationException", target + " is not kept here");
            return Response.json(200, put(Json.read(request.body().getBytes())));
        } catch (AwsFault fault) {
            return fault.response();
        }
    }

    private ObjectNode put(JsonNode asked) {
        String stream = asked.path("DeliveryStreamName").asText();
        if (!stream.equals(STREAM))
            throw new AwsFault(
                    400, "ResourceNotFoundException", "Firehose " + stream + " not found");
        var records = decoded(asked.path("Records"));
        records.forEach(files::keep);
        var answer = Json.object().put("FailedPutCount", 0).put("Encrypted", false);
        var each = answer.putArray("RequestResponses");
        records.forEach(_ -> each.addObject().put("RecordId", UUID.randomUUID().toString()));
        return answer;
    }

    private static List<byte[]> decoded(JsonNode records) {
        if (records.isEmpty() || records.size() > MOST_RECORDS)
            throw refused("a batch has 1 to " + MOST_RECORDS + " records");
        var decoded = new ArrayList<byte[]>();
        int together = 0;
        for (JsonNode record : records) {
            byte[] data = decoded(record.path("Data").asText());
            if (data.length == 0 || data.length > MOST_BYTES)
                throw refused("a record has 1 to " + MOST_BYTES + " bytes");
            together += data.length;
            decoded.add(data);
        }
        if (together > MOST_BYTES_TOGETHER)
            throw refused("a batch has at most " + MOST_BYTES_TOGETHER + " bytes");
        return decoded;
    }

    private static byte[] decoded(String data) {
        try {
            return Base64.getDecoder().decode(data);
        } catch (IllegalArgumentException _) {
            throw refused("a record's data is base64");
        }
    }

    private static AwsFault refused(String why) {
        return new AwsFault(400, "InvalidArgumentException", why);
    }
}
