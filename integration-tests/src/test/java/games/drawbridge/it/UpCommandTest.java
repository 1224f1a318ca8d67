package games.drawbridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.bots.Api;
import games.drawbridge.local.process.Ports;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `./drawbridge up` with everything real, from a folder with a space in its name, and the commands
/// that docs/local.md gives to try on it.
class UpCommandTest {
    private static final Pattern COMMAND = Pattern.compile("`(curl [^`]*)`");

    private Path out;
    private Process up;
    private int port;

    @BeforeEach
    void start() throws Exception {
        port = new Ports(new Random()).take(0);
        var script = Script.built();
        out = script.caller().resolve("out");
        up = script.start(Map.of(), out, "up", "--port", Integer.toString(port));
        Await.until(() -> {
            assertThat(up.isAlive()).as(() -> Script.said(out)).isTrue();
            return Script.said(out).endsWith("\nready http://localhost:" + port + "/\n");
        });
    }

    @AfterEach
    void end() throws Exception {
        up.destroy();
        up.waitFor();
    }

    @Test
    void itServesTheGameDoesWhatItsPageSaysAndStopsWhenAsked() throws Exception {
        var api = new Api(HttpClient.newHttpClient(), URI.create("http://localhost:" + port));
        assertThat(api.get("/v1/status", null).ok().get("nodes").asInt()).isEqualTo(2);

        for (var command : commands()) {
            var ran = new ProcessBuilder("sh", "-c", "curl -f" + command.substring(4)).start();
            assertThat(ran.waitFor()).as(command).isZero();
        }

        var children = up.descendants().toList();
        assertThat(children).hasSizeGreaterThanOrEqualTo(5);
        up.destroy();
        assertThat(up.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
        assertThat(up.exitValue()).isEqualTo(143); // 128 + SIGTERM
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(Script.said(out)).endsWith("Stopping …\n").doesNotContain("\tat ");
    }

    private List<String> commands() throws Exception {
        var page = Files.readString(Path.of("../docs/local.md"));
        var commands =
                COMMAND.matcher(page)
                        .results()
                        .map(found -> found.group(1).replace("localhost:8080", "localhost:" + port))
                        .toList();
        assertThat(commands).hasSizeGreaterThan(3);
        return commands;
    }
}
