package games.drawbridge.functions.log;

import games.drawbridge.functions.aws.Aws;
import java.util.List;

/// The logs of rooms that are over: each lies in the archive whole.
public final class FinishedLogs {
    private final Archive archive;

    public FinishedLogs(Aws aws) {
        archive = new Archive(aws);
    }

    /// All batches, in order.
    ///
    /// @param manifest of a room that is archived whole
    /// @throws games.drawbridge.functions.http.Problem 503 `no-archive` or `archive-corrupt`
    public List<Batch> read(Manifest manifest) {
        var whole = manifest.whole();
        if (whole == null) throw new IllegalArgumentException("not archived whole");
        return archive.of(whole).forward(0, Integer.MAX_VALUE).stream()
                .map(Stretch.Placed::batch)
                .toList();
    }
}
