package games.drawbridge.local.testkit;

import games.drawbridge.local.Checkout;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/// A checkout made of the tests' own functions, files and node.
public final class TestCheckout {
    private static final Path STAND_INS = Path.of("stand-ins").toAbsolutePath();

    private TestCheckout() {}

    /// @param folder that becomes its root
    public static Checkout in(Path folder) throws IOException {
        copy("template.yaml", folder.resolve("template.yaml"));
        write(folder.resolve("client/index.html"), "<h1>home</h1>");
        write(folder.resolve("functions/title/store/catalogue.json"), "{\"version\":\"1\"}");
        code(folder.resolve("code"));
        var usual = Checkout.at(folder);
        Files.createDirectories(usual.node().getParent());
        node(usual.node());
        Files.createDirectories(usual.standIns().getParent());
        Files.createSymbolicLink(usual.standIns(), STAND_INS);
        return usual;
    }

    private static void copy(String resource, Path to) throws IOException {
        try (InputStream in = TestCheckout.class.getResourceAsStream("/world/" + resource)) {
            Files.copy(Objects.requireNonNull(in), to);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /// Code as Lambda takes it: classes, and the jars that they need in `lib`.
    private static void code(Path folder) throws IOException {
        String handlers = TestCheckout.class.getPackageName().replace('.', '/') + "/handlers";
        Path classes = folder.resolve(handlers);
        Files.createDirectories(classes.getParent());
        Path here = Path.of("target", "test-classes").toAbsolutePath();
        Files.createSymbolicLink(classes, here.resolve(handlers));
        Path lib = Files.createDirectories(folder.resolve("lib"));
        for (Path jar : classPath())
            if (jar.toString().endsWith(".jar"))
                Files.createSymbolicLink(lib.resolve(jar.getFileName()), jar);
    }

    /// A jar that `java -jar` would start as the small node.
    private static void node(Path jar) throws IOException {
        var manifest = new Manifest();
        var main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, TinyNode.class.getName());
        main.put(
                Attributes.Name.CLASS_PATH,
                classPath().stream()
                        .map(path -> path.toUri().toString())
                        .collect(Collectors.joining(" ")));
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }

    /// The tests' own class path.
    public static List<Path> classPath() {
        String path =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator, -1)).map(Path::of).toList();
    }
}
