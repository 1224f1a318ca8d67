package games.drawbridge.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Lets a JVM give back what it does not use, so that memory is compared and not luck.
public final class Garbage {
    private static final int TIMES = 2;

    private Garbage() {}

    /// Does nothing to a process that is no JVM.
    ///
    /// @throws IOException when it can't be asked
    public static void collect(Proc process) throws IOException {
        if (!isJvm(process) || !Files.exists(jcmd())) return;
        for (int i = 0; i < TIMES; i++)
            new ProcessBuilder(List.of(jcmd().toString(), Long.toString(process.pid()), "GC.run"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .join();
    }

    private static Path jcmd() {
        return Path.of(System.getProperty("java.home"), "bin", "jcmd");
    }

    private static boolean isJvm(Proc process) {
        return ProcessHandle.of(process.pid())
                .flatMap(it -> it.info().command())
                .filter(it -> it.endsWith("java"))
                .isPresent();
    }
}
