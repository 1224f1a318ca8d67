package games.drawbridge.functions.rooms;

import games.drawbridge.functions.testkit.Nodes;
import games.drawbridge.functions.testkit.World;
import java.util.List;

/// Rooms that are over and archived whole, for tests of what comes after.
public record FinishedRooms(World world) {

    /// @param entries of the log, as JSON
    /// @return the room's id
    public String of(String maker, String other, List<String> entries, long seq) {
        new Nodes(world).alive("n1", 0, 0);
        var rows = new RoomRows(world);
        String room = rows.create(maker, "{\"kind\":\"four-in-a-row\"}").text("/room");
        rows.sat(room, maker);
        rows.sat(room, other);
        String batch =
                "{\"epoch\":1,\"n\":1,\"node\":\"n1\",\"entries\":[%s]}"
                        .formatted(String.join(",", entries));
        new Archives(world).whole(room, seq, Archives.pack(List.of(batch)));
        return room;
    }

    /// What the room's row says of the archive.
    public String archive(String room) {
        return new RoomRows(world).head(room).get("archive").s();
    }

    public void damage(String room) {
        world.archive("rooms/" + room + "/log.jsonl.gz", new byte[] {1, 2, 3});
    }

    public void lose(String room) {
        world.forgetArchived("rooms/" + room + "/log.jsonl.gz");
    }
}
