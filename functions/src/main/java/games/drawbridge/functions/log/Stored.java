package games.drawbridge.functions.log;

/// An object of the archive.
///
/// @param sha256 of its bytes, in hex
/// @param seq of the newest event in it
record Stored(String key, String sha256, long seq) {}
