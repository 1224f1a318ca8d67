package games.drawbridge.model.room;

/// Which of a player's move ids were applied. Those in between were denied, or were never heard of
/// here; of the last 64 it is known which.
///
/// @param newest that was applied; 0 before the first
/// @param gaps bit n is set when the id `newest - 1 - n` was not applied
record MoveIds(long newest, long gaps) {
    static final MoveIds NONE = new MoveIds(0, 0);

    /// With one more.
    MoveIds with(long id) {
        long step = id - newest;
        if (step < 1) return new MoveIds(id, 0);
        long before = step < Long.SIZE ? gaps << step : 0;
        long between = step > Long.SIZE ? -1 : (1L << (step - 1)) - 1;
        return new MoveIds(id, before | between);
    }

    /// Whether that one was applied. Long ago counts as yes: nobody asks about it any more.
    boolean has(long id) {
        long back = newest - 1 - id;
        return id == newest || back >= Long.SIZE || (back >= 0 && (gaps >>> back & 1) == 0);
    }
}
