package games.drawbridge.local.process;

/// What a child can be sent.
public enum Signal {
    /// Ends it on the spot.
    KILL,
    /// Makes it stand still.
    STOP,
    /// Lets it go on.
    CONT,
    /// Asks it to end.
    TERM
}
