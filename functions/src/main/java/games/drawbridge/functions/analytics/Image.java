package games.drawbridge.functions.analytics;

import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A row as a stream tells of it.
record Image(Map<String, AttributeValue> values) {

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(AttributeValue::getS);
    }

    String text(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("a row without " + name));
    }

    long number(String name) {
        return Long.parseLong(Objects.requireNonNull(values.get(name), name).getN());
    }
}
