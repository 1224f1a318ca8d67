package games.drawbridge.functions.rooms;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.blocks.BlockTable;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.functions.membership.MembershipTable;
import games.drawbridge.functions.rooms.NoteTable.State;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.RoomId;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Brings notes from rooms, and from functions, to rooms. A note lies with the room that it is for
/// until that room's owner has taken it; each attempt tells the owner so, and gives the room one if
/// its own is dead.
public final class Notes {
    private final RoomTable rooms;
    private final NodeTable nodes;
    private final NoteTable notes;
    private final WellKnownRooms known;
    private final Attempts attempts;

    public Notes(Aws aws, InstantSource clock, SecureRandom dice) {
        rooms = new RoomTable(aws, clock);
        nodes = new NodeTable(aws, clock);
        notes = new NoteTable(aws, clock);
        known =
                new WellKnownRooms(
                        rooms,
                        nodes,
                        new TitleFiles(aws),
                        new MembershipTable(aws),
                        new BlockTable(aws),
                        clock,
                        dice);
        attempts = new Attempts(dice);
    }

    /// @param source of which it is told once: `room#seq#n`
    /// @param player in whose name
    public record Addressed(
            String source, Instant at, RoomId from, RoomId to, PlayerId player, Object said) {
        private String id() {
            return NoteTable.id(at, source);
        }

        private Addressed back() {
            return new Addressed(source, at, to, from, player, said);
        }
    }

    /// Tells a room something, or once more that it was told. Where there is no such room, or it is
    /// over, the note goes back to the room that wrote it.
    ///
    /// @return whether it is dealt with
    /// @throws Problem 503 `no-node` when no node takes the room now
    public boolean bring(Addressed note) {
        var room = find(note);
        if (room.isPresent()) {
            var state = put(note, room.get(), false);
            if (state != State.BACK) return state == State.TAKEN;
        } else if (!notes.back(note.to(), note.id())) return true;
        var back = note.back();
        return open(back.to()).map(it -> put(back, it, true) == State.TAKEN).orElse(true);
    }

    /// Tells a room what it may like to know; where there is none, nobody.
    public void mention(Addressed note) {
        open(note.to()).ifPresent(room -> put(note, room, false));
    }

    private State put(Addressed note, Room room, boolean returned) {
        String json = JsonText.write(note.said());
        var state = notes.put(note.to(), note.id(), note.from(), json, returned);
        if (state == State.WAITS) notes.tell(owned(room), note.id());
        return state;
    }

    private Optional<Room> find(Addressed note) {
        return note.to().isWellKnown() ? known.stand(note.to(), note.player()) : open(note.to());
    }

    private Optional<Room> open(RoomId room) {
        return rooms.find(room).filter(it -> it.status() == Room.Status.OPEN);
    }

    /// The room with an owner that lives.
    private Room owned(Room room) {
        var alive = nodes.alive();
        if (room.owner().isAmong(alive)) return room;
        return attempts.until(() -> {
            var now = rooms.find(room.id()).orElse(room);
            if (now.owner().isAmong(alive)) return Optional.of(now);
            var next = now.next(Placement.choose(now, alive));
            return rooms.move(now, next) ? Optional.of(now.ownedBy(next)) : Optional.empty();
        });
    }
}
