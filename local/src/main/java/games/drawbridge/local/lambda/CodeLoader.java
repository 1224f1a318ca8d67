package games.drawbridge.local.lambda;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import games.drawbridge.local.inside.Caller;
import games.drawbridge.local.inside.EventJson;
import games.drawbridge.local.inside.Guard;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The functions' own classes: they see the JDK, Lambda's own interfaces and their jar, nothing of
/// the world. What is [inside][games.drawbridge.local.inside] stands among them.
final class CodeLoader extends URLClassLoader {
    private static final String HANDLERS =
            "software/amazon/awssdk/global/handlers/execution.interceptors";
    private static final Set<String> OURS =
            Set.of(Guard.class.getName(), EventJson.class.getName());

    /// @param code a jar, or a folder with classes and more jars in `lib`, as Lambda takes them
    /// @throws IOException when it can't be read
    CodeLoader(Path code) throws IOException {
        super("functions", urls(code), new Shared());
    }

    private static URL[] urls(Path code) throws IOException {
        var all = new ArrayList<>(List.of(code.toUri().toURL()));
        Path lib = code.resolve("lib");
        if (Files.isDirectory(lib))
            try (var jars = Files.list(lib)) {
                for (Path jar : jars.sorted().toList()) all.add(jar.toUri().toURL());
            }
        // Lambda's runtime brings it along; last, so that the code's own comes first.
        all.add(PojoSerializer.class.getProtectionDomain().getCodeSource().getLocation());
        return all.toArray(URL[]::new);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!OURS.contains(name)) return super.findClass(name);
        try (InputStream in = CodeLoader.class.getResourceAsStream("/" + path(name))) {
            byte[] bytes = Objects.requireNonNull(in).readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException broken) {
            throw new ClassNotFoundException(name, broken);
        }
    }

    @Override
    public Enumeration<URL> findResources(String name) throws IOException {
        if (!name.equals(HANDLERS)) return super.findResources(name);
        var own = Collections.list(super.findResources(name));
        own.add(Objects.requireNonNull(CodeLoader.class.getResource("/local/guard.interceptors")));
        return Collections.enumeration(own);
    }

    private static String path(String name) {
        return name.replace('.', '/') + ".class";
    }

    /// What the world and the functions both see.
    private static final class Shared extends ClassLoader {
        Shared() {
            super("shared", ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            boolean shared =
                    name.startsWith(Caller.class.getName())
                            || name.matches(
                                    "com\\.amazonaws\\.services\\.lambda\\.runtime\\.(logging\\.)?[A-Z]\\w*");
            if (!shared) throw new ClassNotFoundException(name);
            return CodeLoader.class.getClassLoader().loadClass(name);
        }
    }
}
