package games.drawbridge.local.triggers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.local.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;

/// How far each trigger has come in each shard of its stream, kept on disk: a stopped world goes on
/// where it was.
public final class Checkpoints {
    private final Path file;
    private final ObjectNode all;

    /// @throws IOException when the file is there and can't be read
    public Checkpoints(Path file) throws IOException {
        this.file = file;
        this.all =
                Files.exists(file)
                        ? (ObjectNode) Json.read(Files.readAllBytes(file))
                        : Json.object();
    }

    /// When the trigger was first started.
    synchronized Instant since(String trigger, Instant now) {
        var known = all.withObject("/" + trigger);
        if (!known.has("since")) {
            known.put("since", now.toEpochMilli());
            write();
        }
        return Instant.ofEpochMilli(known.get("since").asLong());
    }

    /// The last settled change.
    synchronized Optional<String> at(String trigger, String shard) {
        return Optional.ofNullable(all.path(trigger).path("shards").get(shard))
                .map(sequence -> sequence.asText());
    }

    synchronized void settle(String trigger, String shard, String sequence) {
        all.withObject("/" + trigger).withObject("/shards").put(shard, sequence);
        write();
    }

    /// Forgets a shard that is no more.
    synchronized void forget(String trigger, String shard) {
        all.withObject("/" + trigger).withObject("/shards").remove(shard);
        write();
    }

    private void write() {
        try {
            Path next = file.resolveSibling(file.getFileName() + ".new");
            Files.write(next, Json.bytes(all));
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
