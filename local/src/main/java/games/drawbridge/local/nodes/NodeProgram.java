package games.drawbridge.local.nodes;

import games.drawbridge.local.process.Command;
import games.drawbridge.local.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/// How a node is started: the same jar and variables for all, but for their names and ports.
///
/// @param jar that `java -jar` would run
/// @param environment of the node of that name
/// @param folder where nodes run
/// @param logs where their output goes, one file each
public record NodeProgram(
        Path jar, Function<String, Map<String, String>> environment, Path folder, Path logs) {

    /// Megabytes: enough for the rooms and a thousand players of an evening, a quarter of what a
    /// deployed node has.
    private static final int HEAP = 512;

    /// Of the image as well (realtime-node/Dockerfile): what a node makes in a second, some 20 MB
    /// for 2,000 moves, dies at once. In the few MB that a small heap begins with it is collected
    /// five times a second, and each time all sockets wait for some milliseconds. What does not die
    /// are logs, which live for minutes: they move out soon, into memory that grows by large pages.
    static final List<String> HEAP_FLAGS =
            List.of(
                    "-Xms96m",
                    "-XX:NewSize=64m",
                    "-XX:MaxTenuringThreshold=1",
                    "-XX:MinHeapDeltaBytes=8m",
                    "-XX:+UseTransparentHugePages");

    /// @throws Refusal when the jar is not there
    void check() {
        if (!Files.exists(jar)) throw new Refusal(jar + " is not built.");
    }

    /// @throws Refusal when the jar is not there
    /// @throws IOException when it can't be read
    Command command(String node, int port) throws IOException {
        return command(node, port, cache().flag());
    }

    /// A life whose end writes the cache for all later ones.
    ///
    /// @throws Refusal when the jar is not there
    /// @throws IOException when it can't be read
    Command training(String node, int port) throws IOException {
        return command(node, port, cache().training());
    }

    AotCache cache() {
        return new AotCache(jar);
    }

    private Command command(String node, int port, String cache) throws IOException {
        return command(node, port, words(HEAP, List.of(Command.QUICK, cache)));
    }

    /// A node by itself, which has the machine's better compiler and more memory, as in production.
    ///
    /// @param heapMb most megabytes of heap
    /// @param before words that start it, of `taskset` for example
    /// @throws Refusal when the jar is not there
    /// @throws IOException when it can't be read
    public Command alone(String node, int port, int heapMb, List<String> before)
            throws IOException {
        var all = new ArrayList<>(before);
        all.addAll(words(heapMb, HEAP_FLAGS));
        return command(node, port, all);
    }

    private Command command(String node, int port, List<String> words) {
        var all = new HashMap<>(environment.apply(node));
        all.put("NODE_ID", node);
        all.put("PORT", Integer.toString(port));
        all.put("BIND", "127.0.0.1");
        return new Command(words, all, folder, logs.resolve(node + ".log"));
    }

    /// As `java -jar` would, which looks into the jar for what else it needs; but on a leash.
    private List<String> words(int heapMb, List<String> more) throws IOException {
        check();
        try (var file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest().getMainAttributes();
            var flags = new ArrayList<>(more);
            flags.add("--enable-native-access=ALL-UNNAMED");
            flags.add("--sun-misc-unsafe-memory-access=allow");
            for (String each : opened(manifest)) flags.add("--add-opens=" + each + "=ALL-UNNAMED");
            String main = manifest.getValue(Attributes.Name.MAIN_CLASS);
            if (main == null) throw new Refusal(jar + " has no Main-Class.");
            return Command.java(heapMb, flags, List.of(jar), List.of(main));
        }
    }

    private static List<String> opened(Attributes manifest) {
        String opened = manifest.getValue("Add-Opens");
        return opened == null ? List.of() : List.of(opened.strip().split("\\s+", -1));
    }
}
