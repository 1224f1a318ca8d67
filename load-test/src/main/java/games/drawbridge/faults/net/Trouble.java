package games.drawbridge.faults.net;

/// What a toll does to a call of an AWS service.
public enum Trouble {
    /// Lets it pass.
    NONE,
    /// Answers that the table's throughput is exceeded.
    THROTTLE,
    /// Answers with an internal error and does nothing.
    FAIL,
    /// Neither does nor answers it.
    HANG,
    /// Does it and drops the answer.
    VOID,
    /// Breaks the connection before anything is done.
    REFUSE
}
