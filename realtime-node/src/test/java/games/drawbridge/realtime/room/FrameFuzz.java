package games.drawbridge.realtime.room;

import static games.drawbridge.realtime.room.TestRoom.visit;

import games.drawbridge.model.games.FourInARow;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.wire.ClientFrame;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.realtime.log.Batch;
import games.drawbridge.realtime.log.BatchJson;
import games.drawbridge.realtime.wire.Decoder;
import games.drawbridge.realtime.wire.Encoded;
import games.drawbridge.realtime.wire.Encoding;
import games.drawbridge.realtime.wire.Received;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What Jazzer throws bytes at: the decoders, and behind them a room with two players. The first
/// byte chooses encoding and kind, the others are one message of one of them.
///
/// Whatever comes, nothing is thrown, what was turned away has changed nothing, and what was taken
/// can be stored, read again and told in both encodings.
public final class FrameFuzz {
    private final TestRoom room;
    private final TestRoom.Visit ann = visit("ann");
    private final TestRoom.Visit bob = visit("bob");

    private FrameFuzz(boolean game) {
        room = game ? TestRoom.of(new FourInARow(), Map.of()) : TestRoom.relay();
        room.stored().join(ann).join(bob);
        room.heard(ann);
        room.heard(bob);
    }

    /// Jazzer's entry.
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) return;
        var encoding = (input[0] & 1) == 0 ? Encoding.JSON : Encoding.CBOR;
        var message = Arrays.copyOfRange(input, 1, input.length);
        var fuzz = new FrameFuzz((input[0] & 2) != 0);
        Decoder.message(message, encoding).forEach(fuzz::received);
    }

    private void received(Received received) {
        int before = entries();
        long head = room.core().summary(true).head();
        feed(received);
        room.stored().read();
        var told = room.heard(bob);
        told.forEach(FrameFuzz::encodes);
        room.heard(ann).forEach(FrameFuzz::encodes);
        boolean denied = told.stream().anyMatch(NodeFrame.Deny.class::isInstance);
        if (denied || !(received instanceof Received.Frame))
            same(
                    before == entries() && head == room.core().summary(true).head(),
                    "turned away, and a change");
        if (entries() > before) stored(received);
    }

    /// As a connection and its session do.
    private void feed(Received received) {
        switch (received) {
            case Received.Frame(ClientFrame.Join(var id, var epoch, var seq))
                    when id.equals(TestRoom.ROOM) ->
                    room.on(
                            new In.Join(
                                    bob,
                                    epoch == null || seq == null
                                            ? null
                                            : new Position(epoch, seq)));
            case Received.Frame(ClientFrame.Move(var id, var n, var body))
                    when id.equals(TestRoom.ROOM) ->
                    room.on(new In.Move(bob, n, body));
            case Received.Frame(ClientFrame.Leave(var id)) when id.equals(TestRoom.ROOM) ->
                    room.on(new In.Leave(bob));
            case Received.BadMove(var id, var n, var code, var detail)
                    when id.equals(TestRoom.ROOM) ->
                    room.on(new In.BadMove(bob, n, code, detail));
            case Received _ -> {}
        }
    }

    /// The newest batch comes back as it was, and its move is the one that was asked for.
    private void stored(Received received) {
        Batch batch = room.log().getLast();
        same(BatchJson.read(BatchJson.write(batch)).equals(batch), "not read as it was written");
        for (Entry<Json> entry : batch.entries())
            if (entry.cause() instanceof Cause.Moved moved)
                same(
                        received instanceof Received.Frame(ClientFrame.Move(_, var n, _))
                                && moved.id() == n
                                && moved.by().equals(bob.player()),
                        "a move that nobody asked for");
    }

    private static void encodes(NodeFrame frame) {
        var encoded = new Encoded(frame);
        for (var encoding : Encoding.values())
            same(encoded.bytes(encoding).length > 0, "told without a byte");
    }

    private int entries() {
        return room.log().stream().map(Batch::entries).mapToInt(List::size).sum();
    }

    private static void same(boolean expected, String otherwise) {
        if (!expected) throw new AssertionError(otherwise);
    }
}
