package games.drawbridge.functions.cost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import games.drawbridge.functions.testkit.TestContext;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/// A process that is one [Instance] of a function, from the start of its JVM to its end.
final class Life implements AutoCloseable {
    static final Path FOLDER = Path.of("target", "cost");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path RUNTIME = runtime();

    private final Subject subject;
    private final String first;
    private final Process process;
    private final PrintStream in;
    private final BufferedReader out;
    private final long begun;

    /// What came of a request.
    ///
    /// @param figure of the first nanoseconds in which its handler was made, of others the bytes
    ///   that were allocated meanwhile
    private record Answer(long figure, JsonNode json) {}

    /// @param flags of the JVM
    Life(Subject subject, String... flags) throws IOException {
        this.subject = subject;
        // made before the clock runs
        first = subject.event().get();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // as Lambda starts its own: one small core, most of the memory for the heap
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("-Xmx" + subject.memory() * 8 / 10 + "m");
        // what it prints is answers alone: nobody reads what it says of its cache, and it would
        // wait
        command.addAll(List.of("-Xlog:disable", "-Xlog:all=warning:stderr"));
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", classPath(), Instance.class.getName(), subject.handler()));
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(subject.variables());
        builder.redirectError(FOLDER.resolve(subject.name() + ".log").toFile());
        begun = System.nanoTime();
        process = builder.start();
        in = new PrintStream(process.getOutputStream(), true, UTF_8);
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /// @param firstAnswer milliseconds after the JVM's start
    /// @param init milliseconds in which the handler was made
    record Start(double firstAnswer, double init) {}

    Start start() throws IOException {
        var answer = ask(first);
        return new Start(millis(System.nanoTime() - begun), millis(answer.figure()));
    }

    /// One more request.
    ///
    /// @return the bytes that were allocated for it
    long warm(String event) throws IOException {
        return ask(event).figure();
    }

    private Answer ask(String event) throws IOException {
        in.println(event);
        String line = out.readLine();
        assertThat(line).as("%s of %s (%s)", subject.name(), subject.by(), FOLDER).isNotNull();
        String[] parts = line.split(" ", 2);
        var answer = JSON.readTree(parts[1]);
        assertThat(answer.path("statusCode").asInt(500))
                .as("%s of %s: %s", subject.name(), subject.by(), answer)
                .isLessThan(400);
        return new Answer(Long.parseLong(parts[0]), answer);
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    /// Ends it as its input ends, and waits for what it still writes.
    @Override
    public void close() throws IOException {
        in.close();
        try {
            boolean ended = process.waitFor(Duration.ofMinutes(2).toSeconds(), TimeUnit.SECONDS);
            if (!ended) process.destroyForcibly();
            assertThat(ended).as(subject.name()).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    private String classPath() {
        return String.join(
                File.pathSeparator,
                subject.jar().toAbsolutePath().toString(),
                RUNTIME.toAbsolutePath().toString(),
                of(Context.class).toString(), // Lambda brings it
                of(LambdaEventSerializers.class).toString());
    }

    private static Path of(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// What runs a handler, as a jar: an AOT cache is of jars only.
    private static Path runtime() {
        try {
            Path jar = Files.createDirectories(FOLDER).resolve("runtime.jar");
            try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
                for (var type : List.of(Instance.class, TestContext.class)) pack(type, out);
            }
            return jar;
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    /// A class and those inside it.
    private static void pack(Class<?> type, JarOutputStream out) throws IOException {
        String name = type.getName().replace('.', '/');
        Path folder = of(type).resolve(name).getParent();
        try (var all = Files.list(folder)) {
            for (Path file : all.sorted().toList()) {
                String own = file.getFileName().toString();
                if (!own.matches(type.getSimpleName() + "(\\$.*)?\\.class")) continue;
                out.putNextEntry(new JarEntry(of(type).relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }
}
