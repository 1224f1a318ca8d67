package games.drawbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.process.Ports;
import games.drawbridge.local.testkit.Await;
import games.drawbridge.local.testkit.TestCheckout;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `up` as a program: what it says, and that nothing is left of it.
class UpTest {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir private Path folder;
    private Path checkout;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void prepare() throws IOException {
        checkout = Files.createDirectory(folder.resolve("my game"));
        TestCheckout.in(checkout);
    }

    @AfterEach
    void endWhatIsLeft() throws Exception {
        for (Process each : started) {
            each.destroy();
            each.waitFor();
        }
    }

    /// @param out where its output goes
    private Process up(Path out, String... arguments) throws IOException {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        TestCheckout.classPath().stream()
                                .map(Path::toString)
                                .collect(Collectors.joining(File.pathSeparator)),
                        Up.class.getName()));
        words.addAll(List.of(arguments));
        var process =
                new ProcessBuilder(words)
                        .directory(checkout.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        started.add(process);
        return process;
    }

    /// What a terminal sends on Ctrl-C. Where that is ignored, as by all that a shell's script
    /// starts with &, what an operator sends instead.
    private static String ctrlC() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) return "-INT";
        boolean ignored =
                Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> line.substring("SigIgn:".length()).strip())
                        .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) & 2) != 0);
        return ignored ? "-TERM" : "-INT";
    }

    private static int exit(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("ends").isTrue();
        return process.exitValue();
    }

    private static int freePort() throws IOException {
        return new Ports(new Random()).take(0);
    }

    private Process ready(Path out, int port) throws Exception {
        var process = up(out, "--port", Integer.toString(port), "--nodes", "1");
        Await.until(
                "ready",
                () -> {
                    assertThat(process.isAlive()).as(() -> said(out)).isTrue();
                    return Files.readString(out).contains("ready http://localhost:" + port + "/\n");
                });
        return process;
    }

    /// All that a world that did not start has said.
    private String said(Path out) {
        try {
            Path log = checkout.resolve(".local/logs/world.log");
            return Files.readString(out) + (Files.exists(log) ? Files.readString(log) : "");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static JsonNode state(int port) throws IOException {
        var connection =
                URI.create("http://localhost:" + port + "/_local").toURL().openConnection();
        connection.setRequestProperty("Accept", "application/json");
        try (var in = connection.getInputStream()) {
            return Json.read(in.readAllBytes());
        }
    }

    private static List<ProcessHandle> children(Process up) {
        return up.descendants().toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --colour red       | Unknown options: '--colour', 'red'
                    --nodes many       | Invalid value for option '--nodes'
                    --nodes 0          | --nodes must be from 1 to 10
                    --nodes 11         | --nodes must be from 1 to 10
                    --port 99999       | --port must be from 1 to 65535
                    --port             | Missing required parameter for option '--port'
                    """)
    void aBadOptionIsRefusedInALine(String arguments, String sentence) throws Exception {
        Path out = folder.resolve("out");
        assertThat(exit(up(out, arguments.split(" ", -1)))).isEqualTo(2);
        assertThat(Files.readString(out)).startsWith("drawbridge up: " + sentence).hasLineCount(1);
    }

    @Test
    void aTakenPortIsRefusedInALine() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path out = folder.resolve("out");
            int port = taken.getLocalPort();
            assertThat(exit(up(out, "--port", Integer.toString(port)))).isEqualTo(1);
            assertThat(Files.readString(out).lines())
                    .containsExactly(
                            "Drawbridge is starting …",
                            "drawbridge: Port "
                                    + port
                                    + " is taken: stop what uses it, or choose another with --port.");
        }
    }

    @Test
    void aDynamoDbThatIsNotThereIsNamedInALine() throws Exception {
        Path out = folder.resolve("out");
        String url = "http://127.0.0.1:" + freePort();
        String port = Integer.toString(freePort());
        assertThat(exit(up(out, "--port", port, "--dynamodb", url, "--fresh"))).isEqualTo(1);
        assertThat(Files.readString(out))
                .contains("drawbridge: Nobody answers at " + url + ".\n")
                .doesNotContain("\tat ");
    }

    @Test
    void whatIsMissingIsNamedInALine() throws Exception {
        Files.delete(Checkout.at(checkout).node());
        Path out = folder.resolve("out");
        var process = up(out, "--port", Integer.toString(freePort()));
        assertThat(exit(process)).isEqualTo(1);
        assertThat(Files.readString(out))
                .contains("quarkus-run.jar is not built")
                .doesNotContain("\tat ");
        assertThat(children(process)).isEmpty();
    }

    @Test
    void aSecondUpIsRefusedAndCtrlCStopsTheFirstWithAllItsChildren() throws Exception {
        int port = freePort();
        Path out = folder.resolve("out");
        var first = ready(out, port);
        assertThat(state(port).path("ready").asBoolean()).isTrue();
        var children = children(first);
        assertThat(children).hasSize(4);

        Path second = folder.resolve("second");
        assertThat(exit(up(second, "--port", Integer.toString(freePort())))).isEqualTo(1);
        assertThat(Files.readString(second))
                .contains("drawbridge: Drawbridge is already up in this checkout")
                .hasLineCount(2);

        new ProcessBuilder("kill", ctrlC(), Long.toString(first.pid())).start().waitFor();
        assertThat(exit(first)).isIn(130, 143);
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(Files.readString(out)).endsWith("Stopping …\n").doesNotContain("\tat ");
    }

    @Test
    void whatAKilledUpLeavesBehindEndsByItselfOrWithTheNextOne() throws Exception {
        int port = freePort();
        var first = ready(folder.resolve("out"), port);
        var children = children(first);
        long redis = state(port).path("redis").path("pid").asLong();
        first.destroyForcibly().waitFor();
        Await.until(
                "the end of all but Redis",
                () -> children.stream().allMatch(each -> each.pid() == redis || !each.isAlive()));

        ready(folder.resolve("out2"), port);
        assertThat(state(port).path("redis").path("pid").asLong()).isNotEqualTo(redis);
        assertThat(ProcessHandle.of(redis).filter(ProcessHandle::isAlive)).isEmpty();
    }
}
