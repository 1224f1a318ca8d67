package games.drawbridge.functions.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.JsonService;
import games.drawbridge.functions.json.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The delivery stream, which writes Parquet of what it is given.
final class Firehose {
    private final JsonService firehose;
    private final String stream;
    private final Attempts attempts = new Attempts(new SecureRandom());

    Firehose(Aws aws) {
        firehose = new JsonService(aws, "firehose", "Firehose_20150804.");
        stream = aws.environment().get("ANALYTICS_STREAM");
    }

    boolean isThere() {
        return !stream.isEmpty();
    }

    private record Answer(@JsonProperty("RequestResponses") List<Answered> records) {}

    private record Answered(@JsonProperty("ErrorCode") @Nullable String error) {}

    /// Puts lines, and again what was not taken.
    ///
    /// @throws Attempts.Exhausted when some were not taken in the end
    void put(List<String> lines) {
        var records = records(lines);
        for (int at = 0; at < records.size(); at += AnalyticsLimits.RECORDS) {
            var left =
                    new ArrayList<>(
                            records.subList(
                                    at, Math.min(records.size(), at + AnalyticsLimits.RECORDS)));
            attempts.until(() -> attempt(left));
        }
    }

    /// Several lines are one record: Firehose takes JSON after JSON.
    private static List<String> records(List<String> lines) {
        var records = new ArrayList<String>();
        var record = new ByteArrayOutputStream();
        for (String line : lines) {
            byte[] bytes = (line + "\n").getBytes(UTF_8);
            if (record.size() > 0 && record.size() + bytes.length > AnalyticsLimits.RECORD) {
                records.add(Base64.getEncoder().encodeToString(record.toByteArray()));
                record.reset();
            }
            record.writeBytes(bytes);
        }
        records.add(Base64.getEncoder().encodeToString(record.toByteArray()));
        return records;
    }

    /// Empty when something is left.
    private Optional<Boolean> attempt(List<String> left) {
        var body =
                Map.of(
                        "DeliveryStreamName",
                        stream,
                        "Records",
                        left.stream().map(data -> Map.of("Data", data)).toList());
        try {
            var answer =
                    JsonText.read(firehose.call("PutRecordBatch", body), Answer.class).records();
            var failed =
                    IntStream.range(0, left.size())
                            .filter(n -> answer.get(n).error() != null)
                            .mapToObj(left::get)
                            .toList();
            left.clear();
            left.addAll(failed);
        } catch (UncheckedIOException _) {
            // unheard: all of it again
        } catch (JsonService.Refused refused) {
            if (!refused.passes()) throw refused;
        }
        return left.isEmpty() ? Optional.of(true) : Optional.empty();
    }
}
