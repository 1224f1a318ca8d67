package games.drawbridge.functions.payments;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which payment an entry of Meta's notices is about.
final class MetaEntry {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    /// What Meta calls a payment's name in its client and its server formats. The body of the
    /// Instant Games' webhook is not documented, so any of them is taken wherever it stands.
    private static final List<String> NAMES =
            List.of("payment_id", "paymentID", "purchase_token", "purchaseToken");

    private MetaEntry() {}

    /// The canvas: the entry's own id.
    static Optional<String> ofCanvas(JsonNode entry) {
        return id(entry.path("id"));
    }

    /// Instant Games: wherever a payment or a token is named.
    static Optional<String> ofInstant(JsonNode entry) {
        return NAMES.stream()
                .flatMap(name -> entry.findValues(name).stream())
                .flatMap(node -> id(node).stream())
                .findFirst();
    }

    private static Optional<String> id(JsonNode node) {
        return Stream.of(node.asText("")).filter(text -> ID.matcher(text).matches()).findFirst();
    }
}
