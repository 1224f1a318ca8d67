package games.drawbridge.local.standins;

import games.drawbridge.local.process.Child;
import games.drawbridge.local.process.Command;
import games.drawbridge.local.process.PidFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A real Redis (or Valkey), which keeps its data in an append-only file.
public final class Redis {
    private static final int PATIENCE_MILLIS = 500;

    private final Path program;
    private final Path folder;
    private final Path logs;
    private final Path run;

    /// @throws IOException when no program can be made ready
    public Redis(Path data, Path logs, Path run) throws IOException {
        this.program = RedisProgram.find(run);
        this.folder = Files.createDirectories(data.resolve("redis"));
        this.logs = logs;
        this.run = run;
    }

    /// @throws IOException when it can't be started
    public Child start(int port) throws IOException {
        var words =
                List.of(
                        program.toString(),
                        "--port",
                        Integer.toString(port),
                        "--bind",
                        "127.0.0.1",
                        "--dir",
                        ".",
                        "--appendonly",
                        "yes",
                        "--save",
                        "");
        var command = new Command(words, Map.of(), folder, logs.resolve("redis.log"));
        return Child.start("redis", command, new PidFile(run.resolve("redis.pid")));
    }

    /// Whether it answers, with all of its data read.
    public static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = socket.getInputStream().readNBytes("+PONG".length());
            return new String(answer, StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException _) {
            return false;
        }
    }
}
