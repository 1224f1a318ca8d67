package games.drawbridge.realtime.load;

import java.util.function.IntSupplier;

/// Whom the node still lets in. Who was here a moment ago and comes back is always let in.
public final class Admission {
    private final IntSupplier busy;
    private final int connections;

    /// @param busy percent
    /// @param connections that the node is made for
    public Admission(IntSupplier busy, int connections) {
        this.busy = busy;
        this.connections = connections;
    }

    /// Whether rooms may be placed here.
    public boolean takesRooms() {
        return busy.getAsInt() <= LoadLimits.NO_NEW_ROOMS;
    }

    /// Whether somebody may come in by ticket.
    ///
    /// @param now connections there are, with theirs
    /// @param isOpen whether the ticket's room is open here
    public boolean admits(int now, boolean isOpen) {
        int most = isOpen ? LoadLimits.NO_NEW_SOCKETS : LoadLimits.NO_OPENING;
        return now <= connections && busy.getAsInt() <= most;
    }

    /// Whether one more connection may be made, whoever it is.
    ///
    /// @param now connections there are
    public boolean accepts(int now) {
        return now < (long) connections * LoadLimits.FULL_HOUSE / 100;
    }
}
