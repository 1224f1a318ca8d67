package games.drawbridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Java of the documents runs as it stands there. The README's has a test of its own.
class SnippetsTest {
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Path TESTKIT = Path.of("../shared-model/target/test-classes");

    @TempDir private Path folder;

    @Test
    void aWorldIsALibrary() throws Exception {
        run(
                "local.md",
                """
                import com.fasterxml.jackson.databind.node.*;
                import games.drawbridge.local.*;
                import games.drawbridge.local.process.Signal;
                import java.nio.file.Path;
                """,
                """
                private final Path checkout = Path.of("..").toAbsolutePath().normalize();
                private final Path folder = Path.of("%s");
                private final ObjectNode event = JsonNodeFactory.instance.objectNode();
                """
                        .formatted(folder.resolve("world")));
    }

    @Test
    void aGameIsTestedInItsOwnWords() throws Exception {
        run(
                "write-a-game.md",
                """
                import static games.drawbridge.model.games.Disc.RED;
                import static games.drawbridge.model.games.FourInARow.Why.TIME;
                import static games.drawbridge.model.testkit.Game.given;
                import games.drawbridge.model.base.Base.Delivered;
                import games.drawbridge.model.lobby.Seek;
                import games.drawbridge.model.games.*;
                import games.drawbridge.model.games.FourInARow.*;
                import games.drawbridge.model.player.PlayerId;
                import games.drawbridge.model.wallet.Unit;
                import java.time.Duration;
                import java.util.Map;
                """,
                """
                record Gone(PlayerId player) {}
                private static Move drop(int column) { return new Drop(column); }
                private static Event over(String winner, Why why) {
                    return new Over(new Result(new PlayerId(winner), why));
                }
                """);
    }

    /// Runs the page's statements. What overrides a method of rules stands in a class of rules.
    ///
    /// @param members what the page leaves to the reader
    private void run(String page, String imports, String members) throws Exception {
        var blocks =
                BLOCK.matcher(Files.readString(Path.of("../docs", page)))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        var overriding = blocks.stream().filter(it -> it.startsWith("@Override")).toList();
        var statements = blocks.stream().filter(it -> !it.startsWith("@Override")).toList();
        assertThat(statements).isNotEmpty();
        var source =
                """
                import games.drawbridge.model.room.*;
                %s
                public class Page implements java.util.concurrent.Callable<String> {
                    %s
                    abstract static class Changed implements Rules<Object, Object, Object> {
                        %s
                    }
                    public String call() throws Exception {
                        %s
                        return "ran";
                    }
                }
                """
                        .formatted(
                                imports,
                                members,
                                String.join("\n", overriding),
                                String.join("\n", statements));
        compile(Files.writeString(folder.resolve("Page.java"), source));
        var urls = new URL[] {folder.toUri().toURL(), TESTKIT.toUri().toURL()};
        try (var loader = new URLClassLoader(urls)) {
            var ran = (Callable<?>) loader.loadClass("Page").getConstructor().newInstance();
            assertThat(ran.call()).isEqualTo("ran");
        }
    }

    private void compile(Path source) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var files = compiler.getStandardFileManager(null, null, null);
        var classes = System.getProperty("java.class.path") + File.pathSeparator + TESTKIT;
        var options = List.of("-d", folder.toString(), "-cp", classes, "--release", "25");
        var said = new StringWriter();
        var task =
                compiler.getTask(
                        said, files, null, options, null, files.getJavaFileObjects(source));
        assertThat(task.call()).as(said.toString()).isTrue();
    }
}
