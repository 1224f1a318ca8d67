package games.drawbridge.functions.rooms;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.log.Manifest;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.title.Title;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;

/// Rooms that a lobby has made a match for: every seat is somebody's from the beginning, so they
/// are in no list, and nobody can be too late for one.
public final class MatchRooms {
    private final RoomTable rooms;
    private final NodeTable nodes;
    private final InstantSource clock;
    private final SecureRandom dice;

    public MatchRooms(Aws aws, InstantSource clock, SecureRandom dice) {
        rooms = new RoomTable(aws, clock);
        nodes = new NodeTable(aws, clock);
        this.clock = clock;
        this.dice = dice;
    }

    /// Makes the room; a second time it changes nothing.
    ///
    /// @param from the room that wants it: a lobby's name is the mode of its matches
    /// @throws games.drawbridge.functions.http.Problem 503 `no-node` when no node takes it now
    public void open(Effect.Open wanted, RoomId from) {
        var id = wanted.room();
        var kind = wanted.kind();
        var players = wanted.players();
        var settings = Settings.NONE.with(players);
        int version =
                Title.TITLE
                        .rules(kind)
                        .orElseThrow(() -> new IllegalStateException("no kind " + kind))
                        .version();
        var node = Placement.choose(id, kind, version, nodes.alive());
        rooms.reserve(
                new Room(
                        id,
                        kind,
                        from.isWellKnown() ? settings.of(from.name(), wanted.meeting()) : settings,
                        players.getFirst(),
                        dice.nextLong(),
                        null,
                        Instant.ofEpochMilli(clock.millis()),
                        Room.Owner.first(node, kind),
                        Room.Status.OPEN,
                        0,
                        0,
                        Manifest.NONE));
    }
}
