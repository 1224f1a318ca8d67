package games.drawbridge.functions.testkit;

import java.util.concurrent.atomic.AtomicInteger;

/// How long a world's functions live, counted in calls of what they depend on: who is at its end
/// gets no answer to anything any more, and what was done before stays done.
public final class Lifetime {
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private volatile String last = "nothing";

    /// After so many calls more every function dies with its next one, until it is healed.
    void endAfter(int calls) {
        left.set(calls);
    }

    void heal() {
        left.set(Integer.MAX_VALUE);
    }

    /// Whether somebody died since it was healed.
    boolean hasEnded() {
        return left.get() < 0;
    }

    /// The last call that came through: `WorkNotices TransactWriteItems`.
    String last() {
        return last;
    }

    /// Whether a call comes through.
    ///
    /// @param call who calls what
    public boolean allows(String call) {
        if (left.getAndUpdate(n -> n == Integer.MAX_VALUE ? n : n - 1) <= 0) return false;
        last = call;
        return true;
    }
}
