package games.drawbridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Style rules that a machine can hold. Each names what to do instead.
class TidyTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /// Folders of what programs write.
    private static final Set<String> WRITTEN =
            Set.of("target", "node_modules", ".git", ".local", "cdk.out");

    /// Lines of a file that one can read in one sitting.
    private static final int FILE = 320;

    /// Lines of a test's file: tables and many small cases.
    private static final int TEST_FILE = 520;

    /// Lines of a method, comments and all.
    private static final int METHOD = 40;

    /// What is not called in main code, and what instead.
    private static final List<Banned> BANNED =
            List.of(
                    // the local world's pollers and the bots' players may wait on threads of their
                    // own
                    new Banned(
                            "(functions|realtime-node|shared-model|cdk)/(?!.*/Attempts).*",
                            "Thread\\.sleep\\(",
                            "wait for a condition, a timer or a future"),
                    new Banned(".*", "System\\.currentTimeMillis\\(", "take an InstantSource in"),
                    new Banned(".*", "Instant\\.now\\(\\)", "take an InstantSource in"),
                    new Banned(".*", "new Random\\(", "take a RandomGenerator in"),
                    new Banned(".*", "Math\\.random\\(", "take a RandomGenerator in"),
                    // a stand-in in a JVM of its own has no other log than its output
                    new Banned(
                            "(?!.*standins/Storage).*",
                            "printStackTrace\\(\\)",
                            "log it once, at the edge"),
                    new Banned(".*", "\\b(TODO|FIXME|XXX)\\b", "do it, or write an issue"),
                    new Banned(
                            ".*",
                            "@SuppressWarnings\\((?!.*// )",
                            "mend what it warns of, or say beside it why not"));

    /// @param where files from the root, as a pattern
    private record Banned(String where, String pattern, String instead) {}

    @Test
    void filesCanBeReadInOneSitting() {
        assertThat(java("main").filter(file -> lines(file).size() > FILE)).isEmpty();
        assertThat(java("test").filter(file -> lines(file).size() > TEST_FILE)).isEmpty();
    }

    @Test
    void methodsAreShort() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var files = compiler.getStandardFileManager(null, null, null);
        var sources = files.getJavaFileObjectsFromPaths(java("main").toList());
        var options = List.of("--release", "25", "-proc:none");
        var task = (JavacTask) compiler.getTask(null, files, _ -> {}, options, null, sources);
        var longOnes = new ArrayList<String>();
        int seen = 0;
        for (var unit : task.parse()) {
            var scanner = new MethodLengths(unit, Trees.instance(task), longOnes);
            scanner.scan(unit, null);
            seen += scanner.seen;
        }
        assertThat(longOnes).isEmpty();
        assertThat(seen).isGreaterThan(500);
    }

    private static final class MethodLengths
            extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final Trees trees;
        private final List<String> longOnes;
        int seen;

        MethodLengths(CompilationUnitTree unit, Trees trees, List<String> longOnes) {
            this.unit = unit;
            this.trees = trees;
            this.longOnes = longOnes;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            var positions = trees.getSourcePositions();
            var map = unit.getLineMap();
            long from = map.getLineNumber(positions.getStartPosition(unit, method));
            long to = map.getLineNumber(positions.getEndPosition(unit, method));
            seen++;
            if (to - from + 1 > METHOD)
                longOnes.add(
                        "%s: %s has %d lines"
                                .formatted(
                                        Path.of(unit.getSourceFile().getName()).getFileName(),
                                        method.getName(),
                                        to - from + 1));
            return super.visitMethod(method, nothing);
        }
    }

    @Test
    void nothingBannedIsUsed() {
        var found = new ArrayList<String>();
        for (var banned : BANNED) {
            var pattern = Pattern.compile(banned.pattern);
            java("main")
                    .filter(file -> ROOT.relativize(file).toString().matches(banned.where))
                    .forEach(file ->
                            lines(file).stream()
                                    .filter(line -> pattern.matcher(line).find())
                                    .forEach(line ->
                                            found.add(
                                                    name(file)
                                                            + ": "
                                                            + line.strip()
                                                            + " -> "
                                                            + banned.instead)));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void testsPollAndNeverSleep() {
        assertThat(
                        java("test")
                                .filter(file ->
                                        !name(file).matches("(TidyTest|Await|Eventually)\\.java"))
                                .filter(file ->
                                        lines(file).stream()
                                                .anyMatch(line ->
                                                        line.contains("Thread.sleep(")
                                                                || line.contains("@Disabled"))))
                .isEmpty();
    }

    /// Programs beside ours, which are started by themselves, know no library of ours.
    @Test
    void everyPackageSaysWhatItIs() {
        assertThat(
                        java("main")
                                .filter(file -> !file.toString().contains("/stand-ins/"))
                                .filter(file -> !file.toString().contains("/contestants/"))
                                .map(file -> file.resolveSibling("package-info.java"))
                                .distinct()
                                .filter(info ->
                                        !Files.exists(info)
                                                || !lines(info).contains("@NullMarked")
                                                || lines(info).stream()
                                                        .noneMatch(
                                                                line -> line.startsWith("/// "))))
                .isEmpty();
    }

    @Test
    void linksInDocumentsLeadSomewhere() {
        var link = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#\\s]+)(#[^)]*)?\\)");
        var dead = new ArrayList<String>();
        for (var page : files("").filter(file -> name(file).endsWith(".md")).toList())
            for (var line : lines(page))
                link.matcher(line)
                        .results()
                        .filter(it -> !Files.exists(page.resolveSibling(it.group(1))))
                        .forEach(it -> dead.add(name(page) + ": " + it.group(1)));
        assertThat(dead).isEmpty();
        assertThat(files("").filter(file -> name(file).endsWith(".md"))).hasSizeGreaterThan(5);
    }

    private static Stream<Path> java(String sourceSet) {
        return files("")
                .filter(file -> file.toString().contains("/src/" + sourceSet + "/java/"))
                .filter(file -> name(file).endsWith(".java"));
    }

    /// All files of the project itself. What programs write is not even looked into: other tests'
    /// worlds make and remove files there at this moment.
    private static Stream<Path> files(String below) {
        var files = new ArrayList<Path>();
        var visitor =
                new SimpleFileVisitor<Path>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes its) {
                        return WRITTEN.contains(name(folder))
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes its) {
                        if (its.isRegularFile()) files.add(file);
                        return FileVisitResult.CONTINUE;
                    }
                };
        try {
            Files.walkFileTree(ROOT.resolve(below), visitor);
            return files.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
