package games.drawbridge.local.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A program to start.
///
/// @param words the program and its arguments
/// @param environment beside what the world itself was given, without any word of AWS
/// @param folder where it runs
/// @param log where its output goes, at the end of what is there
public record Command(List<String> words, Map<String, String> environment, Path folder, Path log) {

    /// For what starts often and does little: the better compiler would cost more than it earns.
    public static final String QUICK = "-XX:TieredStopAtLevel=1";

    /// A JVM on a leash.
    ///
    /// @param heapMb most megabytes of heap
    /// @param flags of the JVM
    /// @param classPath folders, jars, or `folder/*`
    /// @param words the main class and its arguments
    public static List<String> java(
            int heapMb, List<String> flags, List<Path> classPath, List<String> words) {
        var all = new ArrayList<String>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        all.addAll(List.of("-Xms16m", "-Xmx" + heapMb + "m", "-XX:+UseSerialGC"));
        all.add("-XX:+UseCompactObjectHeaders");
        // one without memory limps on; dead it is started again, as in the fleet
        all.add("-XX:+ExitOnOutOfMemoryError");
        all.addAll(flags);
        var path = new ArrayList<>(classPath.stream().map(Path::toString).toList());
        path.add(ownCode().toString());
        all.addAll(List.of("-cp", String.join(File.pathSeparator, path)));
        all.add(Leash.class.getName());
        all.addAll(words);
        return all;
    }

    /// The jar or folder in which this class stands.
    public static Path ownCode() {
        try {
            return Path.of(
                    Command.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (java.net.URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
