package games.drawbridge.model.store;

/// Something that is wrong with a catalogue.
///
/// @param path where, as a JSON pointer: `/items/0/price/currency`
/// @param fault what, for who wrote it
public record Finding(String path, String fault) {}
