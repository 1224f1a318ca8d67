package games.drawbridge.local.process;

import java.util.ArrayList;
import java.util.List;

/// Ctrl-C reaches every process of the terminal's session at once. Children live in sessions of
/// their own, so that the world can stop them in order.
final class Sessions {
    private static final String PERL =
            "use POSIX; POSIX::setsid(); exec {$ARGV[0]} @ARGV or die \"$ARGV[0]: $!\"";
    private static final List<String> PREFIX = prefix();

    private Sessions() {}

    /// The words with which the same program runs in a session of its own. Linux has a program for
    /// that, macOS has perl; where there is neither, it stays in the terminal's.
    static List<String> apart(List<String> words) {
        var all = new ArrayList<>(PREFIX);
        all.addAll(words);
        return all;
    }

    private static List<String> prefix() {
        var setsid = Tool.find("setsid");
        if (setsid.isPresent()) return List.of(setsid.get().toString());
        return Tool.find("perl")
                .map(perl -> List.of(perl.toString(), "-e", PERL))
                .orElse(List.of());
    }
}
