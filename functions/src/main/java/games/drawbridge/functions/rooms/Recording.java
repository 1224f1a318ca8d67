package games.drawbridge.functions.rooms;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.log.Batch;
import games.drawbridge.functions.log.RoomLogs;
import games.drawbridge.model.room.AckLevel;
import games.drawbridge.model.room.RoomId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All that was ever logged in a room, for an operator who plays it again.
///
/// @param batches in order; none while nobody has opened the room
public record Recording(RoomId room, String kind, List<Batch> batches) {

    /// Reads the tables, the live log and the archive that the environment names; empty when there
    /// is no such room.
    ///
    /// @throws Problem 503 when a part of the log is away or damaged
    public static Optional<Recording> of(RoomId id, Environment environment) {
        var aws = new Aws(environment);
        var rooms = new RoomTable(aws, InstantSource.system());
        var logs = new RoomLogs(aws);
        return rooms.find(id).isEmpty()
                ? Optional.empty()
                : Optional.of(new Attempts(new SecureRandom()).until(() -> read(id, rooms, logs)));
    }

    /// Empty when some of it was moved to the archive meanwhile.
    private static Optional<Recording> read(RoomId id, RoomTable rooms, RoomLogs logs) {
        var room = rooms.find(id).orElseThrow();
        var batches = new ArrayList<Batch>();
        try {
            logs.read(id, room.level().orElse(AckLevel.LIVE), room.manifest(), 0, batches::add);
        } catch (Problem problem) {
            if (rooms.isStill(room)) throw problem;
            return Optional.empty();
        }
        return rooms.isStill(room)
                ? Optional.of(new Recording(id, room.kind(), List.copyOf(batches)))
                : Optional.empty();
    }
}
