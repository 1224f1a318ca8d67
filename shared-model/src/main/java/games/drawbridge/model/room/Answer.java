package games.drawbridge.model.room;

/// What came of asking a room for something.
public sealed interface Answer<E> {

    /// It is done, and this entry says so in the log.
    record Applied<E>(Entry<E> entry) implements Answer<E> {}

    /// Nothing changed.
    record Refused<E>(Code code, String detail) implements Answer<E> {}
}
