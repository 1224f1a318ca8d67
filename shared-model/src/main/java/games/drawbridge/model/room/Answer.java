package games.drawbridge.model.room;

/// What came of asking a room for something.
public sealed interface Answer<E> {

    /// It is done, and this entry says so in the log.
    record Applied<E>(Entry<E> entry) implements Answer<E> {}

    /// Nothing changed.
    record Refused<E>(Code code, String detail) implements Answer<E> {}

    /// The rules themselves failed on it. Deciding changes nothing, so nothing changed.
    record Failed<E>(RuntimeException fault) implements Answer<E> {}
}
