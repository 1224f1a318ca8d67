package games.drawbridge.functions.rooms;

import java.time.Duration;

/// Sizes and times of finding and reading rooms.
final class RoomLimits {
    /// How long a node counts as alive after its last beat, of which it makes one a second.
    static final Duration BEAT = Duration.ofSeconds(4);

    /// How late the beats of all nodes may be, when the table is slow, before there are no nodes.
    static final Duration LATE = Duration.ofSeconds(30);

    /// How long a node may take to say that it lives; it is asked twice. A join has 200 ms when all
    /// is well, and a node that is well answers in a few.
    static final Duration PROBE = Duration.ofMillis(300);

    /// How long a room waits for its maker to come.
    static final Duration UNOPENED = Duration.ofHours(1);

    /// Bytes of a room's settings, as JSON: read with every join.
    static final int SETTINGS = 2 * 1024;

    /// Characters of a kind's name.
    static final int KIND = 40;

    /// Five bits each: nobody finds a room by trying.
    static final int ID_SYMBOLS = 16;

    /// Five bits each: nobody guesses an invite while the room lives.
    static final int INVITE_SYMBOLS = 12;

    /// Characters of an invite that are worth looking at.
    static final int INVITE_TEXT = 64;

    /// Events of one log page: 500 of the largest are 2 MB, Lambda answers with at most 6.
    static final int LOG_PAGE = 500;

    /// Rooms in which a player is looked for at login: the newest are where somebody waits.
    static final int SEATS = 20;

    /// How long it is known that a note was taken: longer than a stream may bring it again.
    static final Duration NOTE = Duration.ofDays(7);

    /// How long the nodes are told that a room has been told something: longer than they look back.
    static final Duration NOTED = Duration.ofMinutes(15);

    private RoomLimits() {}
}
