package games.drawbridge.realtime.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.wire.ClientFrame;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {
    private static final RoomId ROOM = new RoomId("r1");

    @Test
    void readsEveryFrame() {
        assertThat(read("{\"t\":\"hello\",\"ticket\":\"T\"}"))
                .isEqualTo(ClientFrame.Hello.ticket("T"));
        assertThat(read("{\"t\":\"hello\",\"resume\":\"R\"}"))
                .isEqualTo(ClientFrame.Hello.resume("R"));
        assertThat(read("{\"t\":\"join\",\"room\":\"r1\"}"))
                .isEqualTo(ClientFrame.Join.fresh(ROOM));
        assertThat(read("{\"t\":\"join\",\"room\":\"r1\",\"epoch\":2,\"seq\":7}"))
                .isEqualTo(new ClientFrame.Join(ROOM, 2L, 7L));
        assertThat(read("{\"t\":\"leave\",\"room\":\"r1\"}"))
                .isEqualTo(new ClientFrame.Leave(ROOM));
        assertThat(read("{\"t\":\"ping\",\"id\":3}")).isEqualTo(new ClientFrame.Ping(3));
    }

    @Test
    void carriesABodyByteForByte() {
        var body =
                "{ \"pi\": 3.140, \"big\": 123456789012345678901234567890, \"s\": \"\\u00e4ä😀\", \"l\":[1e2] }";
        assertThat(read("{\"t\":\"move\",\"body\":" + body + ",\"id\":1,\"room\":\"r1\"}"))
                .isEqualTo(new ClientFrame.Move(ROOM, 1, new Json(body)));
    }

    @Test
    void readsSeveralFramesOfOneMessage() {
        var message = "{\"t\":\"ping\",\"id\":1}\n\n{\"t\":\"ping\",\"id\":2}\n";
        assertThat(Decoder.message(message.getBytes(UTF_8), Encoding.JSON))
                .containsExactly(
                        new Received.Frame(new ClientFrame.Ping(1)),
                        new Received.Frame(new ClientFrame.Ping(2)));
    }

    @Test
    void ignoresWhatALaterVersionAdds() {
        assertThat(read("{\"t\":\"ping\",\"id\":1,\"mood\":{\"of\":[\"day\"]}}"))
                .isEqualTo(new ClientFrame.Ping(1));
        assertThat(frame("{\"t\":\"wave\",\"at\":\"bob\"}")).isEqualTo(new Received.Unknown());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hello",
                "[]",
                "\"x\"",
                "1",
                "null",
                "{",
                "{\"t\":\"ping\",\"id\":1",
                "{\"t\":1,}",
                "{\"t\":\"ping\",\"id\":1}{}",
                "{\"t\":\"ping\",\"t\":\"ping\",\"id\":1}",
                "{'t':'ping'}"
            })
    void isMalformed(String message) {
        assertThat(frame(message)).isInstanceOf(Received.Malformed.class);
    }

    @Test
    void deepNestingIsMalformed() {
        assertThat(frame("{\"t\":\"move\",\"room\":\"r1\",\"id\":1,\"body\":" + "[".repeat(1_000)))
                .isInstanceOf(Received.Malformed.class);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            textBlock =
                    """
                    {},                                          t is missing
                    {"t":7},                                     t is missing
                    {"t":"hello"},                               hello has either a ticket or resume
                    `{"t":"hello","ticket":"a","resume":"b"}`,   hello has either a ticket or resume
                    `{"t":"hello","ticket":7}`,                  hello has either a ticket or resume
                    {"t":"join"},                                room must be a room's id
                    `{"t":"join","room":"a b"}`,                 room must be a room's id
                    `{"t":"join","room":"r1","seq":1}`,          `a position is epoch and seq, both whole numbers`
                    `{"t":"join","room":"r1","epoch":"1","seq":1}`, `a position is epoch and seq, both whole numbers`
                    `{"t":"leave","room":null}`,                 room must be a room's id
                    `{"t":"move","room":"r1","body":{}}`,        id must be a whole number
                    `{"t":"move","room":"r1","id":-1,"body":{}}`, id must be a whole number
                    `{"t":"move","room":"r1","id":1.5,"body":{}}`, id must be a whole number
                    `{"t":"move","id":1,"body":{}}`,             room must be a room's id
                    `{"t":"ping","id":"1"}`,                     id must be a whole number
                    """)
    void isBad(String message, String detail) {
        assertThat(frame(message)).isEqualTo(new Received.Bad(Code.BAD, detail));
    }

    @Test
    void aMoveWithoutABodyIsABadMove() {
        for (String body : List.of("", ",\"body\":7", ",\"body\":[]", ",\"body\":null"))
            assertThat(frame("{\"t\":\"move\",\"room\":\"r1\",\"id\":4" + body + "}"))
                    .isEqualTo(new Received.BadMove(ROOM, 4, Code.BAD, "body must be an object"));
    }

    @Test
    void aFrameHasAtMostFourKilobytes() {
        var large = "\"" + "x".repeat(4_096) + "\"";
        var limit = "a frame has at most 4096 bytes";
        assertThat(
                        frame(
                                "{\"t\":\"move\",\"room\":\"r1\",\"id\":4,\"body\":{\"x\":"
                                        + large
                                        + "}}"))
                .isEqualTo(new Received.BadMove(ROOM, 4, Code.TOO_BIG, limit));
        assertThat(frame("{\"t\":\"join\",\"room\":\"r1\",\"x\":" + large + "}"))
                .isEqualTo(new Received.Bad(Code.TOO_BIG, limit));
    }

    @Test
    void cborIsTheSameFrames() throws Exception {
        var ping = Cbor.of("{\"t\":\"ping\",\"id\":1}".getBytes(UTF_8));
        var move =
                Cbor.of(
                        "{\"t\":\"move\",\"room\":\"r1\",\"id\":1,\"body\":{\"x\":[1,2.5]}}"
                                .getBytes(UTF_8));
        var both = new byte[ping.length + move.length];
        System.arraycopy(ping, 0, both, 0, ping.length);
        System.arraycopy(move, 0, both, ping.length, move.length);
        assertThat(Decoder.message(both, Encoding.CBOR))
                .containsExactly(
                        new Received.Frame(new ClientFrame.Ping(1)),
                        new Received.Frame(
                                new ClientFrame.Move(ROOM, 1, new Json("{\"x\":[1,2.5]}"))));
        assertThat(Decoder.message(new byte[] {(byte) 0xff, 0, 1}, Encoding.CBOR))
                .singleElement()
                .isInstanceOf(Received.Malformed.class);
    }

    private static Received frame(String json) {
        return Decoder.frame(json.getBytes(UTF_8));
    }

    private static ClientFrame read(String json) {
        return ((Received.Frame) frame(json)).frame();
    }
}
