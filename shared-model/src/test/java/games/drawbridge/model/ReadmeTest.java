package games.drawbridge.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The README's game is a whole one: it compiles as it stands there, and its test passes.
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @TempDir Path folder;

    @Test
    void theGameInTheReadmeRunsAsWritten() throws Exception {
        var blocks =
                BLOCK.matcher(Files.readString(Path.of("../README.md")))
                        .results()
                        .map((MatchResult block) -> block.group(1))
                        .toList();
        assertThat(blocks).hasSize(2);
        var game = write("Sticks", blocks.get(0));
        var test =
                write(
                        "SticksPlayed",
                        """
                        package games.drawbridge.model.games;

                        import static games.drawbridge.model.testkit.Game.given;
                        import games.drawbridge.model.games.Sticks.*;

                        public class SticksPlayed implements Runnable {
                            public void run() {
                                %s
                            }
                        }
                        """
                                .formatted(blocks.get(1)));
        compile(game, test);
        try (var loader = new URLClassLoader(new java.net.URL[] {folder.toUri().toURL()})) {
            var played = loader.loadClass("games.drawbridge.model.games.SticksPlayed");
            ((Runnable) played.getConstructor().newInstance()).run();
        }
        assertThat(blocks.get(0).lines().filter(line -> !line.isBlank()).count())
                .as("about forty lines")
                .isLessThan(50);
    }

    private Path write(String name, String source) throws Exception {
        return Files.writeString(folder.resolve(name + ".java"), source);
    }

    private void compile(Path... sources) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var files = compiler.getStandardFileManager(null, null, null);
        var options =
                List.of(
                        "-d",
                        folder.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "--release",
                        "25");
        var messages = new java.io.StringWriter();
        boolean compiled =
                compiler.getTask(
                                messages,
                                files,
                                null,
                                options,
                                null,
                                files.getJavaFileObjects(sources))
                        .call();
        assertThat(compiled).as(messages.toString()).isTrue();
    }
}
