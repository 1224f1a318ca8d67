package games.drawbridge.realtime.relay;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Standing;
import games.drawbridge.model.wire.CloseCode;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.realtime.room.Link;
import games.drawbridge.realtime.wire.Encoded;

/// A session on another node, as the room's owner sees it.
final class Guest implements Link {
    final long visitor;
    private final PlayerId player;
    private final Standing standing;
    private final GuestRoom room;

    /// Whether it has not been spoken of since something of its relay was missed.
    volatile boolean stale;

    Guest(long visitor, PlayerId player, Standing standing, GuestRoom room) {
        this.standing = standing;
        this.visitor = visitor;
        this.player = player;
        this.room = room;
    }

    @Override
    public PlayerId player() {
        return player;
    }

    @Override
    public Standing standing(RoomId id) {
        return standing;
    }

    @Override
    public void tell(Encoded frame) {
        room.tell(this, frame);
    }

    @Override
    public void tell(RoomId id, long seq, Encoded frame) {
        room.tell(this, frame);
    }

    @Override
    public void lost(RoomId id) {
        room.lost();
    }

    /// The visitor's own node finds the new owner.
    @Override
    public void moved(NodeFrame.Moved frame) {
        room.lost();
    }

    @Override
    public void close(CloseCode code) {
        room.close(this, code);
    }
}
