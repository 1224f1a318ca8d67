package games.drawbridge.bench.server;

import games.drawbridge.local.process.Tool;
import java.io.IOException;
import java.util.List;

/// One core for the server, the other for everything else: the generator and the stores.
public final class Cores {
    private static final int SERVER = 0;
    private static final int OTHERS = 1;

    private Cores() {}

    /// Whether this machine can do it.
    public static boolean canPin() {
        return Tool.find("taskset").isPresent() && Runtime.getRuntime().availableProcessors() > 1;
    }

    /// Words before those of a server; none where it cannot be done.
    static List<String> ofServer() {
        return Tool.find("taskset")
                .map(it -> List.of(it.toString(), "-c", Integer.toString(SERVER)))
                .orElse(List.of());
    }

    /// This process, and all that it starts from now on.
    ///
    /// @throws IOException when it can't be done
    public static void moveAside() throws IOException {
        var tool = Tool.find("taskset");
        if (tool.isEmpty()) return;
        String pid = Long.toString(ProcessHandle.current().pid());
        var words = List.of(tool.get().toString(), "-a", "-c", "-p", "" + OTHERS, pid);
        new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .join();
    }
}
