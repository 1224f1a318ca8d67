package games.drawbridge.bots;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One WebSocket of the realtime contract: frames in the order they came. Blocking.
public final class GameSocket implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    private GameSocket(HttpClient http, URI url, String subprotocol, Duration patience) {
        socket =
                http.newWebSocketBuilder()
                        .subprotocols(subprotocol)
                        .connectTimeout(patience)
                        .buildAsync(url, new Incoming())
                        .join();
    }

    /// Opens a socket to the url of a seat.
    public static GameSocket open(HttpClient http, URI url) {
        return open(http, url, Duration.ofSeconds(10));
    }

    /// @param patience for the handshake
    /// @throws CompletionException when there is none
    public static GameSocket open(HttpClient http, URI url, Duration patience) {
        return new GameSocket(http, url, "drawbridge.v1", patience);
    }

    /// Sends a message as it is, of whatever form.
    public void send(String message) {
        sent(socket.sendText(message, true));
    }

    public void send(byte[] message) {
        sent(socket.sendBinary(ByteBuffer.wrap(message), true));
    }

    private void sent(CompletableFuture<WebSocket> sending) {
        try {
            sending.join();
        } catch (CompletionException gone) {
            throw new Closed(closed.getNow(1006));
        }
    }

    /// The next frame.
    ///
    /// @throws Closed when there is none and never will be
    /// @throws IllegalStateException when nothing came for 20 s
    public JsonNode next() {
        try {
            for (int tenths = 0; tenths < 200; tenths++) {
                JsonNode frame = frames.poll(100, TimeUnit.MILLISECONDS);
                if (frame != null && !frame.isMissingNode()) return frame;
                if (closed.isDone() && frames.isEmpty()) throw new Closed(closed.join());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("no frame came");
    }

    /// The next frame of one of these types; what comes before is passed over.
    public JsonNode next(String... types) {
        var wanted = Set.of(types);
        while (true) {
            JsonNode frame = next();
            if (wanted.contains(frame.path("t").asText())) return frame;
        }
    }

    /// The next frame, if it comes within that time.
    ///
    /// @throws Closed when there is none and never will be
    public @Nullable JsonNode poll(Duration patience) {
        try {
            JsonNode frame = frames.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
            if ((frame == null || frame.isMissingNode()) && closed.isDone() && frames.isEmpty())
                throw new Closed(closed.join());
            return frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Closed(1006);
        }
    }

    /// A frame that is there already.
    public @Nullable JsonNode poll() {
        JsonNode frame = frames.poll();
        return frame == null || frame.isMissingNode() ? null : frame;
    }

    public boolean isClosed() {
        return closed.isDone();
    }

    /// The code with which the node closes the socket; waits for it. 1006 when it was just cut.
    public int closeCode() {
        return closed.orTimeout(60, TimeUnit.SECONDS).join();
    }

    /// Cuts the socket, as a tunnel does.
    public void cut() {
        socket.abort();
        ended(1006);
    }

    /// Whoever waits for a frame need not wait any longer.
    private void ended(int code) {
        if (closed.complete(code)) frames.add(MissingNode.getInstance());
    }

    @Override
    public void close() {
        if (!closed.isDone()) socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
    }

    private final class Incoming implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                text.toString().lines().forEach(line -> frames.add(parse(line)));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            ended(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            ended(1006);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
