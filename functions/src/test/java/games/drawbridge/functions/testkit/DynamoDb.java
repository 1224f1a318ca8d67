package games.drawbridge.functions.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;

/// The real DynamoDB Local as a child process, one for all tests of this JVM. It forgets everything
/// with it.
final class DynamoDb {
    private static final Path BUILT =
            Path.of("..", "local", "stand-ins", "dynamodb", "target").toAbsolutePath();
    private static final int PORT = start();

    private DynamoDb() {}

    static String url() {
        return "http://127.0.0.1:" + PORT;
    }

    private static int start() {
        int port = freePort();
        try {
            var process = command(port).start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            process.onExit()
                    .thenAccept(gone ->
                            System.err.println("DynamoDB Local exited: " + gone.exitValue()));
            Await.until(
                    "DynamoDB Local answers (see " + log(port) + ")",
                    Duration.ofSeconds(60),
                    () -> process.isAlive() && answers(port));
            return port;
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private static Path log(int port) {
        return Path.of("target", "dynamodb-" + port + ".log");
    }

    private static ProcessBuilder command(int port) {
        var command =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + System.getProperty("dynamoHeap", "256m"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        BUILT.resolve("classes") + File.pathSeparator + BUILT.resolve("lib/*"),
                        "games.drawbridge.standins.DynamoDb",
                        "-inMemory",
                        "-sharedDb",
                        "-disableTelemetry",
                        "-port",
                        Integer.toString(port));
        command.environment().put("DDB_LOCAL_TELEMETRY", "0");
        return command.redirectErrorStream(true).redirectOutput(log(port).toFile());
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
