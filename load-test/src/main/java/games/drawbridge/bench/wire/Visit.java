package games.drawbridge.bench.wire;

import io.netty.buffer.ByteBuf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One player's client. All calls come from the generator's thread.
public abstract class Visit {
    private boolean in;

    /// Path and query of the WebSocket.
    public abstract String path();

    public @Nullable String subprotocol() {
        return null;
    }

    /// Whether messages are binary.
    public boolean isBinary() {
        return false;
    }

    /// What is said as soon as the socket is open. Called once for each socket.
    public abstract List<byte[]> hello();

    /// Hears a message before the player is in.
    public abstract void hear(ByteBuf message, Client client);

    /// Hears a message that is no saying, once the player is in.
    public void overhear(ByteBuf message, Client client) {}

    /// @param number 1, 2, 3 …
    /// @param saying JSON
    public abstract byte[] say(int number, byte[] saying);

    /// What shows that the player is there; nothing where the server asks by itself.
    public byte @Nullable [] heartbeat() {
        return null;
    }

    /// What is said before the socket is closed for good.
    public byte @Nullable [] leave() {
        return null;
    }

    /// The player is in the room.
    protected final void enter() {
        in = true;
    }

    /// The socket is gone.
    protected final void out() {
        in = false;
    }

    public final boolean isIn() {
        return in;
    }
}
