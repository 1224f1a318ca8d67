package games.drawbridge.functions.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Firehose as functions see it: takes what it is given, or not, as it is told.
public final class FirehoseDouble {
    static final String TARGET = "Firehose_20150804.PutRecordBatch";

    private static final String ARN =
            "arn:aws:firehose:eu-west-1:000000000000:deliverystream/" + World.ANALYTICS;
    private static final int MOST_RECORDS = 500;
    private static final int MOST_BYTES = 1_000 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger away = new AtomicInteger();
    private final Names names;

    FirehoseDouble(Names names) {
        this.names = names;
    }

    /// All events that were taken, in that order.
    public List<JsonNode> taken() {
        return List.copyOf(taken);
    }

    /// Those of one name.
    public List<JsonNode> taken(String name) {
        return taken.stream().filter(each -> each.get("name").asText().equals(name)).toList();
    }

    /// Does not take the first record of so many calls.
    public void beBusy(int calls) {
        busy.set(calls);
    }

    /// Answers so many calls with a fault of its own.
    public void beAway(int calls) {
        away.set(calls);
    }

    void handle(HttpExchange exchange, String function, JsonNode asked) throws IOException {
        if (!names.allows(function, "firehose:PutRecordBatch", ARN)
                || !asked.get("DeliveryStreamName").asText().equals(World.ANALYTICS)) {
            answer(exchange, 400, "{\"__type\":\"AccessDeniedException\"}");
            return;
        }
        int left = away.getAndUpdate(n -> Math.max(0, n - 1));
        if (left > 0) {
            boolean isThrottled = left % 2 == 0; // it has two ways to say that it is busy
            if (isThrottled) answer(exchange, 400, "{\"__type\":\"ThrottlingException\"}");
            else answer(exchange, 503, "{\"__type\":\"ServiceUnavailableException\"}");
            return;
        }
        boolean isBusy = busy.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        var records = asked.get("Records");
        if (records.isEmpty() || records.size() > MOST_RECORDS)
            throw new IllegalStateException(records.size() + " records");
        var answers = new ArrayList<String>();
        for (int n = 0; n < records.size(); n++)
            if (isBusy && n == 0) answers.add("{\"ErrorCode\":\"ServiceUnavailableException\"}");
            else {
                take(records.get(n));
                answers.add("{\"RecordId\":\"r\"}");
            }
        answer(
                exchange,
                200,
                "{\"FailedPutCount\":%d,\"RequestResponses\":%s}"
                        .formatted(isBusy ? 1 : 0, answers));
    }

    private void take(JsonNode record) throws IOException {
        byte[] data = Base64.getDecoder().decode(record.get("Data").asText());
        if (data.length > MOST_BYTES) throw new IllegalStateException(data.length + " bytes");
        for (String line : new String(data, UTF_8).split("\n")) taken.add(JSON.readTree(line));
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
