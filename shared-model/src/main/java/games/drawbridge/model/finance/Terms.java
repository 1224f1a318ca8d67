package games.drawbridge.model.finance;

import java.time.YearMonth;

/// What a month is closed by.
///
/// @param reporting the currency of the statement's totals
public record Terms(
        YearMonth month, Currency reporting, Rates rates, Contracts contracts, Before before) {}
