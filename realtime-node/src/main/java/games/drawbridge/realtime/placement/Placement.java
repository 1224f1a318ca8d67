package games.drawbridge.realtime.placement;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Candidate;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.room.Versions;
import games.drawbridge.realtime.archive.Manifest;

/// A room's row: what it is, who owns it and what of it is archived.
///
/// @param open whether others than its maker and the invited may enter
/// @param version of the kind's rules that the room's log needs
/// @param generation the life of the owner node that was given the room
public record Placement(
        RoomId room,
        String kind,
        Settings settings,
        PlayerId maker,
        long seed,
        boolean open,
        NodeId node,
        String generation,
        long epoch,
        int version,
        Manifest manifest) {

    /// Whether strangers may find it in a list.
    public boolean listable() {
        return open && !room.isWellKnown();
    }

    public Placement with(Manifest newer) {
        return new Placement(
                room, kind, settings, maker, seed, open, node, generation, epoch, version, newer);
    }

    /// The same room under its next epoch, whose log only nodes that know the heir's rules go on
    /// with.
    public Placement next(Candidate heir) {
        int rules = heir.versions(kind).orElse(Versions.FIRST).newest();
        return new Placement(
                room,
                kind,
                settings,
                maker,
                seed,
                open,
                heir.node(),
                heir.generation(),
                epoch + 1,
                rules,
                manifest);
    }
}
