package games.drawbridge.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The part of a page of docs/benchmarks that a program writes, between two marks.
public final class Page {
    private static final String END = "<!-- end of figures -->";

    private Page() {}

    /// Replaces the figures of `./drawbridge PROGRAM`.
    ///
    /// @throws IOException when the page can't be read or has no marks
    public static void write(Path page, String program, String figures) throws IOException {
        var begin = "<!-- figures of ./drawbridge " + program + " -->";
        var text = Files.readString(page);
        int from = text.indexOf(begin);
        int to = text.indexOf(END, from);
        if (from < 0 || to < from) throw new IOException(page + " has no place for figures");
        Files.writeString(
                page,
                text.substring(0, from + begin.length()) + "\n" + figures + text.substring(to));
    }
}
