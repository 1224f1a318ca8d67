package games.drawbridge.functions.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// A payment as the Graph tells it.
///
/// @param user who paid, by the id that the canvas knows them by
/// @param order what we had called it
/// @param product address or id
/// @param rate of the payout's currency
public record GraphPayment(
        String id,
        String app,
        Optional<String> user,
        Optional<String> order,
        String product,
        int quantity,
        List<Done> actions,
        List<Dispute> disputes,
        Optional<String> country,
        Optional<String> taxCountry,
        Optional<String> tax,
        Optional<BigDecimal> rate,
        boolean isTest) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx");

    /// @param type `charge`, `refund`, `chargeback`, `chargeback_reversal` or `decline`
    /// @param status `initiated`, `completed` or `failed`
    /// @param amount in whole units of the currency, as is the tax in it
    public record Done(
            String type,
            String status,
            String currency,
            BigDecimal amount,
            BigDecimal tax,
            Instant at) {
        static Done of(JsonNode said) {
            return new Done(
                    said.path("type").asText(),
                    said.path("status").asText(),
                    said.path("currency").asText(),
                    decimal(said.path("amount")),
                    decimal(said.path("tax_amount")),
                    time(said.path("time_created")));
        }
    }

    /// @param status `pending` or `resolved`
    public record Dispute(String status, Instant at) {
        static Dispute of(JsonNode said) {
            return new Dispute(said.path("status").asText(), time(said.path("time_created")));
        }
    }

    static GraphPayment of(JsonNode said) {
        var item = said.path("items").path(0);
        var test = said.path("test");
        return new GraphPayment(
                said.path("id").asText(),
                said.path("application").path("id").asText(),
                text(said.path("user").path("id")),
                text(said.path("request_id")),
                item.path("product").asText(),
                item.path("quantity").asInt(),
                all(said.path("actions")).map(Done::of).toList(),
                all(said.path("disputes")).map(Dispute::of).toList(),
                text(said.path("country")),
                text(said.path("tax_country")),
                text(said.path("tax")),
                text(said.path("payout_foreign_exchange_rate")).map(BigDecimal::new),
                test.asBoolean() || test.asInt() == 1);
    }

    private static java.util.stream.Stream<JsonNode> all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node.asText("")).filter(text -> !text.isEmpty());
    }

    private static BigDecimal decimal(JsonNode node) {
        return new BigDecimal(node.asText("0"));
    }

    private static Instant time(JsonNode node) {
        return OffsetDateTime.parse(node.asText(), TIME).toInstant();
    }
}
