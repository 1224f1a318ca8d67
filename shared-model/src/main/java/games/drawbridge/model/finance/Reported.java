package games.drawbridge.model.finance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a provider's report says of one movement.
///
/// @param payment the provider's id of the payment
/// @param kind what it was
/// @param gross what was received, signed
/// @param tax of it; absent where the report has none
/// @param rate into the currency that it pays out, as text; empty where the report has none
public record Reported(
        ProviderName provider,
        String payment,
        Movement.Kind kind,
        LocalDate day,
        Money gross,
        @Nullable Long tax,
        String rate) {}
