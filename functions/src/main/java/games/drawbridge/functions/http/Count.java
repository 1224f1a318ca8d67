package games.drawbridge.functions.http;

import com.amazonaws.services.lambda.runtime.Context;
import games.drawbridge.functions.json.JsonText;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Something to be counted, as a line in the function's log that CloudWatch makes a metric of
/// (embedded metric format).
///
/// @param metric its name: `PaymentRefused`
/// @param at when
/// @param dimensions what it is told apart by, few values each
public record Count(String metric, Instant at, Map<String, String> dimensions) {
    private static final String NAMESPACE = "Drawbridge";

    public Count {
        dimensions = Map.copyOf(dimensions);
    }

    public void log(Context context) {
        var line = new LinkedHashMap<String, Object>();
        var how =
                Map.of(
                        "Namespace", NAMESPACE,
                        "Dimensions", List.of(List.copyOf(dimensions.keySet())),
                        "Metrics", List.of(Map.of("Name", metric, "Unit", "Count")));
        line.put("_aws", Map.of("Timestamp", at.toEpochMilli(), "CloudWatchMetrics", List.of(how)));
        line.putAll(dimensions);
        line.put(metric, 1);
        line.put("request", context.getAwsRequestId());
        context.getLogger().log(JsonText.write(line) + "\n");
    }
}
