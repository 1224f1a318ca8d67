package games.drawbridge.realtime.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.wire.NodeFrame;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is written by hand is what Jackson would write.
class HotFramesTest {
    private static final RoomId ROOM = new RoomId("region:north_1-a");
    private static final PlayerId ANN = new PlayerId("Ann_-9");

    static Stream<NodeFrame> frames() {
        var body = new Json("{\"say\":\"Grüße, 世界 🂡 \\u0041\\n\",\"n\": [1, 2.50]}");
        return Stream.of(
                new NodeFrame.Event(ROOM, 1, 1, 1_764_000_000_000L, ANN, 10L, body),
                new NodeFrame.Event(ROOM, 0, 9, 0, null, null, Json.EMPTY),
                new NodeFrame.Event(ROOM, Long.MAX_VALUE, 100, -1, ANN, Long.MAX_VALUE, body),
                new NodeFrame.Event(ROOM, 99, Long.MIN_VALUE, 1, null, 0L, new Json("null")),
                new NodeFrame.Ack(ROOM, 1, 0),
                new NodeFrame.Ack(ROOM, Long.MAX_VALUE, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void theBytesAreTheSame(NodeFrame frame) {
        var written = new String(new Encoded(frame).bytes(Encoding.JSON), UTF_8);
        assertThat(written).isEqualTo(new String(Encoded.written(frame), UTF_8));
    }
}
