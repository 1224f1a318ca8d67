package games.drawbridge.model.region;

/// Where a march goes that leaves its region.
///
/// @param region its name
/// @param side on which it lies
/// @param to the tile there
public record Beyond(String region, Side side, At to) {}
