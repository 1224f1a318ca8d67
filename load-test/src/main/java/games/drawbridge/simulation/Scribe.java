package games.drawbridge.simulation;

import games.drawbridge.history.Hash;
import games.drawbridge.history.History;
import games.drawbridge.history.Line;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.wire.NodeFrame;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes down what one player sees.
final class Scribe {
    private final Agenda agenda;
    private final History history;
    private final PlayerId player;
    private final RoomId room;

    /// Players of a room are told the same bodies.
    private final Map<String, String> hashes;

    Scribe(
            Agenda agenda,
            History history,
            PlayerId player,
            RoomId room,
            Map<String, String> hashes) {
        this.agenda = agenda;
        this.history = history;
        this.player = player;
        this.room = room;
        this.hashes = hashes;
    }

    private String hash(Json body) {
        return hashes.computeIfAbsent(body.text(), Hash::of);
    }

    void sent(long id, Json body) {
        history.add(new Line.Sent(agenda.now(), player, room, id, hash(body)));
    }

    void forgot(long id) {
        history.add(new Line.Forgot(agenda.now(), player, room, id));
    }

    void acknowledged(NodeFrame.Ack ack) {
        history.add(new Line.Acknowledged(agenda.now(), player, room, ack.id(), ack.seq()));
    }

    void denied(NodeFrame.Deny deny, boolean again) {
        history.add(new Line.Denied(agenda.now(), player, room, deny.id(), deny.code(), again));
    }

    void told(NodeFrame.Event event) {
        history.add(
                new Line.Told(
                        agenda.now(),
                        player,
                        room,
                        event.epoch(),
                        event.seq(),
                        event.by(),
                        event.id(),
                        hash(event.body())));
    }

    void joined(NodeFrame.Joined joined) {
        history.add(
                new Line.Joined(
                        agenda.now(),
                        player,
                        room,
                        joined.mode(),
                        joined.why(),
                        joined.epoch(),
                        joined.seq(),
                        joined.lastMove(),
                        state(joined.state())));
    }

    private @Nullable String state(@Nullable Json state) {
        return state == null ? null : hash(state);
    }

    void closed(int code) {
        history.add(new Line.Closed(agenda.now(), player, room, code));
    }

    void left() {
        history.add(new Line.Left(agenda.now(), player, room));
    }
}
