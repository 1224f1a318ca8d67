package games.drawbridge.model.finance;

import java.math.BigDecimal;
import java.time.LocalDate;

/// At what an amount was converted.
///
/// @param rate one whole unit of the amount's currency in the other one; a decimal of at most 16
///   digits, so that whoever multiplies with it gets what we got
/// @param day of the rate
/// @param source whose rate: `ecb`, `same` (nothing to convert) or `facebook+ecb` (the provider's
///   own into the currency that it pays out, and on from there)
public record Quote(BigDecimal rate, LocalDate day, String source) {}
