package games.drawbridge.functions.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Counts what goes to DynamoDB: requests, and the capacity units that it says they cost.
public final class Meter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Integer> requests = new TreeMap<>();
    private final Map<String, Double> partitions = new HashMap<>();
    private double read;
    private double write;

    /// @param requests by operation
    /// @param partition the most write units that went to the rows of one partition key
    public record Reading(
            Map<String, Integer> requests, double read, double write, double partition) {
        public int total() {
            return requests.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /// What was counted since the last time.
    public synchronized Reading take() {
        double most = partitions.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        var reading = new Reading(new TreeMap<>(requests), read, write, most);
        requests.clear();
        partitions.clear();
        read = 0;
        write = 0;
        return reading;
    }

    static byte[] asking(byte[] body) throws IOException {
        var tree = (ObjectNode) JSON.readTree(body);
        return JSON.writeValueAsBytes(tree.put("ReturnConsumedCapacity", "TOTAL"));
    }

    synchronized void count(String operation, byte[] asked, byte[] answered) throws IOException {
        requests.merge(operation, 1, Integer::sum);
        var capacity = JSON.readTree(answered).path("ConsumedCapacity");
        double units = 0;
        for (var each : capacity.isArray() ? capacity : JSON.createArrayNode().add(capacity))
            units += each.path("CapacityUnits").asDouble();
        boolean reads = operation.contains("Get") || operation.equals("Query");
        if (reads) read += units;
        else write += units;
        if (!reads && !operation.startsWith("Transact"))
            partitions.merge(partition(JSON.readTree(asked)), units, Double::sum);
    }

    private static String partition(JsonNode asked) {
        var row = asked.has("Item") ? asked.get("Item") : asked.path("Key");
        return asked.path("TableName").asText() + " " + row.path("pk").path("S").asText();
    }
}
