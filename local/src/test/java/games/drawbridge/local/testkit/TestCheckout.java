package games.drawbridge.local.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

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
        write(folder.resolve("template.yaml"), template());
        write(folder.resolve("client/index.html"), "<h1>home</h1>");
        write(folder.resolve("functions/title/store/catalogue.json"), "{\"version\":\"1\"}");
        var usual = Checkout.at(folder);
        Files.createDirectories(usual.node().getParent());
        node(usual.node());
        Files.createDirectories(usual.standIns().getParent());
        Files.createSymbolicLink(usual.standIns(), STAND_INS);
        return usual;
    }

    private static String template() throws IOException {
        try (InputStream in = TestCheckout.class.getResourceAsStream("/world/template.yaml")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
            return text.replace("CodeUri: code", "CodeUri: " + code());
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /// Code as Lambda takes it: classes, and the jars that they need in `lib`.
    private static Path code() throws IOException {
        String handlers = TestCheckout.class.getPackageName().replace('.', '/') + "/handlers";
        Path target = Path.of("target").toAbsolutePath();
        Path classes = target.resolve("test-code").resolve(handlers);
        Path lib = Files.createDirectories(target.resolve("test-code/lib"));
        Files.createDirectories(classes.getParent());
        link(classes, target.resolve("test-classes").resolve(handlers));
        for (Path jar : classPath())
            if (jar.toString().endsWith(".jar")) link(lib.resolve(jar.getFileName()), jar);
        return target.resolve("test-code");
    }

    private static void link(Path link, Path to) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, to);
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
