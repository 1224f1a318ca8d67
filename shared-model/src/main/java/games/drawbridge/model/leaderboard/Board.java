package games.drawbridge.model.leaderboard;

/// One board of the title. Its scores are sums: every score a room reports is added, once.
///
/// @param title what players read above it
public record Board(BoardId id, String title) {}
