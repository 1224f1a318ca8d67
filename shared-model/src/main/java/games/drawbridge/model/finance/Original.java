package games.drawbridge.model.finance;

import java.time.YearMonth;

/// The movement that another one follows: a refund's charge.
///
/// @param month in whose books it stands
public record Original(String id, YearMonth month) {}
