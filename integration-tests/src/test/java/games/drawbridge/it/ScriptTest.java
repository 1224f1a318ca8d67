package games.drawbridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `./drawbridge` as people type it. `up` has a test of its own.
class ScriptTest {
    @TempDir private Path folder;
    private Script script;

    @BeforeEach
    void link() throws IOException {
        script = Script.built();
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h", ""})
    void helpListsTheCommands(String word) throws Exception {
        var ran = word.isEmpty() ? script.run() : script.run(word);
        assertThat(ran.exit()).isZero();
        assertThat(ran.said().lines().map(line -> line.strip().split(" ", 2)[0]))
                .containsExactly(
                        "Usage:",
                        "",
                        "up",
                        "test",
                        "format",
                        "bots",
                        "replay",
                        "statement",
                        "evening",
                        "faults",
                        "rehearse",
                        "mend",
                        "simulate",
                        "bench",
                        "synth",
                        "cost",
                        "help");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    down                          | 1 | drawbridge: there is no command down (./drawbridge help lists them).
                    bench                         | 1 | drawbridge: bench node, bench functions [--rounds N] [--record DIR], bench leaderboards [--entries N] and bench books [--payments N] [--rows N] are what there is.
                    bench books --payments many   | 1 | drawbridge: --payments wants a number.
                    bench functions --rounds many | 1 | drawbridge: --rounds wants a number.
                    bench functions --record      | 1 | drawbridge: --record wants a folder.
                    bench functions --rows 1      | 1 | drawbridge: bench functions has no --rows, only --rounds and --record.
                    bench leaderboards --rows 1   | 1 | drawbridge: bench leaderboards has no --rows, only --entries.
                    synth --colour                | 2 | Unknown option: '--colour'
                    bots --games many             | 2 | Invalid value for option '--games': 'many' is not an int
                    statement 2026-10 --origin http://[::1]:9 | 2 | drawbridge: nobody answers at http://[::1]:9: start ./drawbridge up first, or name another world with --origin.
                    faults money --seed 7         | 1 | drawbridge: faults money knows --only, --rounds, --calls and --record, not --seed.
                    faults money --only stripe    | 1 | drawbridge: --only wants names such as stripe-again, facebook-swept, instant-untold or crowd-store.
                    faults money --rounds         | 1 | drawbridge: --rounds wants a value.
                    faults money --calls many     | 1 | drawbridge: --rounds and --calls want numbers.
                    evening --bots 1              | 2 | drawbridge evening: two bots, two nodes and some time at least
                    rehearse                      | 2 | upgrade or restore?
                    mend 2026-11-29T14:00:00Z --origin http://[::1]:9 | 2 | drawbridge: no local world answers at http://[::1]:9: start ./drawbridge up first, name another with --origin, or set ROOMS_TABLE and its companions for one in AWS.
                    bots --origin http://[::1]:9  | 1 | drawbridge: nobody answers at http://[::1]:9: start ./drawbridge up first, or name another world with --origin.
                    """)
    void whatCannotBeDoneIsSaidInALine(String words, int exit, String sentence) throws Exception {
        var ran = script.run(words.split(" ", -1));
        assertThat(ran.said().lines().findFirst()).contains(sentence);
        assertThat(ran.exit()).isEqualTo(exit);
    }

    @ParameterizedTest
    @CsvSource({
        "up,--nodes",
        "bots,--games",
        "evening,--record",
        "bench node,--record",
        "rehearse,--short",
        "synth,--output",
        "faults money,--rounds"
    })
    void eachCommandHasAHelpOfItsOwn(String command, String option) throws Exception {
        var ran = script.run((command + " --help").split(" "));
        assertThat(ran.exit()).isZero();
        assertThat(ran.said()).startsWith("Usage: ./drawbridge " + command).contains(option);
    }

    @Test
    void synthWritesWhereItsCallerIsAndCallsNoMaven() throws Exception {
        var path = Map.of("PATH", tool("mvn", "exit 9") + ":" + System.getenv("PATH"));
        var ran = script.run(path, "synth", "--output", "my out");
        var out = script.caller().resolve("my out");
        assertThat(ran).isEqualTo(new Script.Ran(0, "written to " + out + "\n"));
        var stack = new ObjectMapper().readTree(out.resolve("Serverless.template.json").toFile());
        assertThat(stack.at("/Resources/CreateRoom/Type").asText())
                .isEqualTo("AWS::Serverless::Function");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    synth | drawbridge: Node 20 or newer is needed, and there is no node on the PATH: install it and try again.
                    test  | drawbridge: Maven 3.8.7 or newer is needed, and there is no mvn on the PATH: install it and try again.
                    """)
    void aToolThatIsMissingIsNamed(String command, String sentence) throws Exception {
        var few = Files.createDirectories(folder.resolve("few"));
        for (var each : List.of("bash", "dirname", "grep", "sed"))
            Files.createSymbolicLink(few.resolve(each), Path.of("/usr/bin", each));
        var ran = script.run(Map.of("PATH", few.toString()), command);
        assertThat(ran).isEqualTo(new Script.Ran(1, sentence + "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    format                | -q -B -ntp spotless:apply
                    test                  | -B -ntp verify
                    test -pl shared-model | -B -ntp verify -pl shared-model
                    bench leaderboards    | -q -B -ntp test -pl functions -am -Dtest=TreeTest,FoldsTest,LeaderboardsBench -Dspotless.check.skip -Dsurefire.failIfNoSpecifiedTests=false -Dentries=10000 -DdynamoHeap=522m -DargLine=-Xmx522m
                    bench books --rows 9  | -q -B -ntp test -pl functions -am -Dtest=ClosingTest,FlatMemoryTest -Dspotless.check.skip -Dsurefire.failIfNoSpecifiedTests=false -Dbooks.payments=200000 -Dbooks.rows=9 -DargLine=-Xmx3g
                    faults money --only stripe-untold,crowd-store | -q -B -ntp test -pl functions -am -Dtest=*CrashTest,CrowdTest,PaymentTest -Dspotless.check.skip -Dsurefire.failIfNoSpecifiedTests=false -DdynamoHeap=1g -Dtests.forks=3 -Dstride=1 -Drounds=100 -Dcalls=10000 -Drecord= -Donly=stripe-untold,crowd-store
                    faults money --record some/where --rounds 2 | -q -B -ntp test -pl functions -am -Dtest=*CrashTest,CrowdTest,PaymentTest -Dspotless.check.skip -Dsurefire.failIfNoSpecifiedTests=false -DdynamoHeap=1g -Dtests.forks=3 -Dstride=1 -Drounds=2 -Dcalls=10000 -Drecord=CALLER/some/where
                    """)
    void whatIsMavensRunsOnTheJdkThatWasFound(String words, String maven) throws Exception {
        var path = tool("mvn", "echo \"$@\"; \"$JAVA_HOME/bin/java\" --version") + ":/usr/bin:/bin";
        var ran = script.run(Map.of("PATH", path, "JAVA_HOME", ""), words.split(" ", -1));
        String asked = maven.replace("CALLER", script.caller().toString());
        assertThat(ran.said()).startsWith(asked + "\n").containsPattern("\\bopenjdk 2[5-9]");
    }

    @Test
    void functionsAreMeasuredBesideThoseThatCanBeBuilt() throws Exception {
        var mvn = "echo \"$@\"; case \"$*\" in *spring*) exit 1 ;; esac";
        var path = tool("mvn", mvn) + ":/usr/bin:/bin";
        var ran = script.run(Map.of("PATH", path), "bench", "functions", "--record", "a b");
        assertThat(ran.said())
                .isEqualTo(
                        """
                        -q -B -ntp package -f load-test/contestants/quarkus/pom.xml
                        -q -B -ntp package -f load-test/contestants/spring/pom.xml
                        The function on spring cannot be built: without it.
                        -q -B -ntp test -pl functions -am -Dtest=FunctionsBench -Dspotless.check.skip \
                        -Dsurefire.failIfNoSpecifiedTests=false -Drounds=5 -Drecord=%s/a b
                        """
                                .formatted(script.caller()));
    }

    @Test
    void botsPlayAgainstTheWorldThatTheyAreShown() throws Exception {
        var origin = TheWorld.origin().toString();
        var ran = script.run("bots", "--games", "3", "--at-once", "2", "--origin", origin);
        assertThat(ran.said()).endsWith("every promise was kept\n");
        assertThat(ran.exit()).isZero();
    }

    @Test
    void whatIsStaleIsBuiltAndNothingElse() throws Exception {
        var bare = Script.empty();
        var sources = Files.createDirectories(bare.checkout().resolve("load-test/src/main"));
        var asked = folder.resolve("asked");
        var path =
                tool(
                                "mvn",
                                "echo \"$@\" >>'"
                                        + asked
                                        + "'; mkdir -p load-test/target/lib; touch load-test/target/load-test.jar")
                        + ":"
                        + System.getenv("PATH");

        bare.run(Map.of("PATH", path), "bots");
        assertThat(Files.readString(asked)).contains(" package -pl load-test -am").hasLineCount(1);
        bare.run(Map.of("PATH", path), "bots");
        assertThat(Files.readString(asked)).hasLineCount(1);

        var later = FileTime.from(Instant.now().plusSeconds(60));
        Files.setLastModifiedTime(Files.createFile(sources.resolve("New.java")), later);
        bare.run(Map.of("PATH", path), "bots");
        assertThat(Files.readString(asked)).hasLineCount(2);
    }

    @Test
    void aBuildThatFailsSaysWhyAndStaysToBeDone() throws Exception {
        var bare = Script.empty();
        var path = tool("mvn", "echo because; exit 1") + ":" + System.getenv("PATH");
        for (int i = 0; i < 2; i++) {
            var ran = bare.run(Map.of("PATH", path), "bots");
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.said())
                    .endsWith(
                            "because\ndrawbridge: the build failed; all of it is in .local/build.log.\n");
        }
    }

    /// A program that is found before the real one.
    ///
    /// @return the folder in which it stands
    private Path tool(String name, String body) throws IOException {
        var tools = Files.createDirectories(folder.resolve("tools"));
        var file = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return tools;
    }
}
