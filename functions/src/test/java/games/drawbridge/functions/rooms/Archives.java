package games.drawbridge.functions.rooms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import games.drawbridge.functions.Digest;
import games.drawbridge.functions.testkit.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Objects and rows as the archiver writes them.
record Archives(World world) {

    /// A closed stretch: the object, its row, and what the head says of it.
    void segment(String room, long first, long seq, long epoch, long n, List<String> batches) {
        byte[] bytes = pack(batches);
        String key = "rooms/%s/segments/%012d-%d-%d.jsonl.gz".formatted(room, seq, epoch, n);
        world.archive(key, bytes);
        var row =
                Map.of(
                        "pk", AttributeValue.fromS("ROOM#" + room),
                        "sk",
                                AttributeValue.fromS(
                                        "SEGMENT#%012d#%012d#%012d".formatted(seq, epoch, n)),
                        "first", AttributeValue.fromN("" + first),
                        "seq", AttributeValue.fromN("" + seq),
                        "key", AttributeValue.fromS(key),
                        "sha256", AttributeValue.fromS(Digest.sha256(bytes)));
        world.tables().put("Rooms", row);
        head(room, "archived", epoch + "-" + n);
    }

    /// The whole log of a room that is over.
    void whole(String room, long seq, byte[] bytes) {
        String key = "rooms/" + room + "/log.jsonl.gz";
        world.archive(key, bytes);
        head(
                room,
                "archive",
                "{\"key\":\"%s\",\"sha256\":\"%s\",\"seq\":%d}"
                        .formatted(key, Digest.sha256(bytes), seq));
    }

    private void head(String room, String name, String value) {
        new RoomRows(world).set(room, name, AttributeValue.fromS(value));
    }

    static byte[] pack(List<String> batches) {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bytes)) {
            packed.write(batches.stream().map(it -> it + "\n").collect(joining()).getBytes(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
