package games.drawbridge.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// On what something was measured.
public final class About {
    private About() {}

    /// @param root of the checkout
    /// @param seed of the dice
    public static Map<String, String> of(Path root, long seed) {
        var facts = facts(root);
        facts.put("seed", Long.toString(seed));
        return facts;
    }

    /// Without a seed, and with what system and processor it is.
    ///
    /// @param root of the checkout
    public static Map<String, String> machine(Path root) {
        var facts = facts(root);
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("processor", processor());
        return facts;
    }

    private static Map<String, String> facts(Path root) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("commit", commit(root));
        facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("java", Runtime.version().toString());
        return facts;
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(it -> it.startsWith("model name"))
                    .findFirst()
                    .map(it -> it.substring(it.indexOf(':') + 1).strip())
                    .orElse("unknown");
        } catch (IOException _) {
            return "unknown";
        }
    }

    private static String commit(Path root) {
        try {
            var git = new ArrayList<>(List.of("git", "-C", root.toString()));
            git.addAll(List.of("rev-parse", "--short", "HEAD"));
            var process = new ProcessBuilder(git).redirectErrorStream(true).start();
            try (var out = process.getInputStream()) {
                return new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
            }
        } catch (IOException _) {
            return "unknown";
        }
    }
}
