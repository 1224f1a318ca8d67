package games.drawbridge.local.triggers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Which records of a batch a function says it could not handle.
final class BatchFailures {
    private BatchFailures() {}

    /// Their ids; none: all are handled.
    ///
    /// @return empty when the answer can't be understood, which fails the whole batch
    static Optional<Set<String>> named(JsonNode answer, Set<String> ids) {
        var failures = new HashSet<String>();
        for (JsonNode each : answer.path("batchItemFailures")) {
            String id = each.path("itemIdentifier").asText("");
            if (!ids.contains(id)) return Optional.empty();
            failures.add(id);
        }
        return Optional.of(failures);
    }
}
