package games.drawbridge.model.chat;

import java.time.Duration;

/// How much may be said, and for how long it is remembered.
final class ChatLimits {
    /// Characters of one message: what is read at a glance.
    static final int TEXT = 300;

    /// Messages that who comes is shown; older ones stand in the log. Of 300 characters each they
    /// are half of what a client may be sent at once.
    static final int HISTORY = 50;

    /// Players in one channel: each message costs a frame for each of them.
    static final int CROWD = 5_000;

    /// Players in the channel of a game or clan: as many as the larger of them has.
    static final int ROOM = 100;

    /// Seconds between two messages of a player where strangers meet.
    static final int SLOW = 3;

    /// Seconds between two messages: a moderator who wants more mutes.
    static final int SLOWEST = 300;

    /// How long a seat is kept: who comes back is shown the history.
    static final Duration HOLD = Duration.ofSeconds(30);

    /// Seconds of one mute; who is to be quiet for longer is banned from chat.
    static final int MUTE = 30 * 24 * 60 * 60;

    /// Characters of a channel's name: a room id without `chat:`.
    static final int NAME = 75;

    /// Milliseconds between two reports of a player: support reads each.
    static final long REPORT = 60_000;

    /// Messages before a reported one that support is shown.
    static final int BEFORE = 10;

    /// Messages after it.
    static final int AFTER = 5;

    private ChatLimits() {}
}
