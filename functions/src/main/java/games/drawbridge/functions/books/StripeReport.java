package games.drawbridge.functions.books;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import games.drawbridge.model.finance.Currency;
import games.drawbridge.model.finance.Money;
import games.drawbridge.model.finance.Movement;
import games.drawbridge.model.finance.ProviderName;
import games.drawbridge.model.finance.Reported;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;

/// Stripe's balance report of a day, itemized, as CSV: what the customer paid where the row says
/// it, and what it made on the balance otherwise. It knows no tax.
final class StripeReport {
    private StripeReport() {}

    /// @throws IOException when it is something else, or says what we do not know
    static List<Reported> read(byte[] csv, LocalDate day) throws IOException {
        String header = new String(csv, UTF_8).lines().findFirst().orElse("");
        if (!header.contains("reporting_category")) throw new IOException("no report of Stripe's");
        var text = new InputStreamReader(new ByteArrayInputStream(csv), UTF_8);
        var rows = new ArrayList<Reported>();
        try (var reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (var row : reader) reported(row, day).ifPresent(rows::add);
        } catch (IllegalArgumentException | ArithmeticException | NoSuchElementException wrong) {
            throw new IOException("no report of Stripe's", wrong);
        }
        return rows;
    }

    private static Optional<Reported> reported(NamedCsvRecord row, LocalDate day) {
        return kind(row.getField("reporting_category"))
                .map(kind -> {
                    boolean paid = !row.findField("customer_facing_amount").orElse("").isEmpty();
                    var currency =
                            new Currency(
                                    row.getField(paid ? "customer_facing_currency" : "currency")
                                            .toUpperCase(Locale.ROOT));
                    String amount = row.getField(paid ? "customer_facing_amount" : "gross");
                    return new Reported(
                            ProviderName.STRIPE,
                            row.findField("payment_intent_id")
                                    .filter(id -> !id.isEmpty())
                                    .orElseGet(() -> row.getField("source_id")),
                            kind,
                            day,
                            Money.parse(amount, currency, ProviderName.STRIPE),
                            null,
                            "");
                });
    }

    /// Empty for what is no payment of a player: Stripe's own fees, payouts, transfers.
    private static Optional<Movement.Kind> kind(String category) {
        return switch (category) {
            case "charge" -> Optional.of(Movement.Kind.CHARGE);
            case "refund" -> Optional.of(Movement.Kind.REFUND);
            case "dispute" -> Optional.of(Movement.Kind.CHARGEBACK);
            case "dispute_reversal" -> Optional.of(Movement.Kind.REVERSAL);
            default -> Optional.empty();
        };
    }
}
