package games.drawbridge.it;

import static games.drawbridge.it.Players.create;
import static games.drawbridge.it.Players.enter;
import static games.drawbridge.it.Players.guest;
import static games.drawbridge.it.Players.hello;
import static games.drawbridge.it.Players.join;
import static games.drawbridge.it.Players.joining;
import static games.drawbridge.it.Players.open;
import static games.drawbridge.it.Players.resume;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.bots.Account;
import games.drawbridge.bots.GameSocket;
import games.drawbridge.it.Players.Visit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The realtime contract from outside, with a client that knows nothing but the contract.
class RealtimeContractTest {
    private final Account ann = guest();
    private final Account bob = guest();

    // ---- hello ----

    @Test
    void welcomeTellsAllThatAClientNeeds() {
        var seat = create(ann, "relay");
        try (var visit = enter(seat)) {
            var welcome = visit.welcome();
            assertThat(welcome.get("player").asText()).isEqualTo(ann.player());
            assertThat(welcome.get("node")).isEqualTo(seat.get("node"));
            assertThat(welcome.get("heartbeat").asLong()).isEqualTo(20_000);
            assertThat(welcome.get("limits").toString())
                    .isEqualTo("{\"frame\":4096,\"rate\":10,\"burst\":20}");
            assertThat(welcome.get("session").asText()).isNotEmpty();
            assertThat(welcome.get("resume").asText()).isNotEmpty();
        }
    }

    @Test
    void aTicketIsGoodOnce() {
        var seat = create(ann, "relay");
        try (var _ = enter(seat)) {
            var second = open(seat);
            second.send(hello("ticket", seat.get("ticket").asText()));
            assertThat(second.next("error").get("code").asText()).isEqualTo("unauthorized");
            assertThat(second.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void aTicketIsGoodAtItsOwnNodeOnly() {
        var seat = create(ann, "relay");
        var node = seat.get("node").asText();
        var other = node.equals("n1") ? "n2" : "n1";
        var elsewhere = seat.deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) elsewhere)
                .put("url", seat.get("url").asText().replace("/rt/" + node, "/rt/" + other));
        var socket = open(elsewhere);
        socket.send(hello("ticket", seat.get("ticket").asText()));
        assertThat(socket.closeCode()).isEqualTo(4401);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            textBlock =
                    """
                    # first message,                       close code
                    `{"t":"hello","ticket":"forged"}`,     4401
                    `{"t":"hello","ticket":"a.b.c"}`,      4401
                    `{"t":"hello","resume":"guessed"}`,    4300
                    `{"t":"join","room":"r1"}`,            4403
                    `{"t":"ping","id":1}`,                 4403
                    `hello`,                               4400
                    `[1,2,3]`,                             4400
                    `{"t":"hello"`,                        4400
                    """)
    void whoDoesNotBeginWithAGoodHelloIsShownOut(String message, int code) {
        var socket = open(create(ann, "relay"));
        socket.send(message);
        assertThat(socket.next().get("t").asText()).isEqualTo("error");
        assertThat(socket.closeCode()).isEqualTo(code);
    }

    @Test
    void whoSaysNothingIsShownOut() {
        assertThat(open(create(ann, "relay")).closeCode()).isEqualTo(4403);
    }

    // ---- moves ----

    @Test
    void whatOneMovesBothHear() {
        try (var table = Table.relay(ann, bob)) {
            table.first.move(1, "{\"pi\":3.140,\"deep\":[{}]}");
            for (var socket : table.sockets()) {
                var event = socket.next("event");
                assertThat(event.get("seq").asLong()).isEqualTo(1);
                assertThat(event.get("epoch").asLong()).isEqualTo(1);
                assertThat(event.get("by").asText()).isEqualTo(ann.player());
                assertThat(event.get("id").asLong()).isEqualTo(1);
                assertThat(event.get("at").asLong()).isPositive();
                assertThat(event.get("body").toString())
                        .isEqualTo("{\"pi\":3.140,\"deep\":[{}]}".replace("3.140", "3.14"));
            }
        }
    }

    @Test
    void helloJoinAndMovesMayComeInOneMessage() {
        var seat = create(ann, "relay");
        try (var socket = open(seat)) {
            var visit = new Visit(socket, seat.get("room").asText(), seat, seat);
            socket.send(
                    String.join(
                            "\n",
                            hello("ticket", seat.get("ticket").asText()),
                            joining(seat, ""),
                            visit.frame(1, "{\"x\":1}"),
                            visit.frame(2, "{\"x\":2}")));
            assertThat(
                            List.of(
                                    types(next(socket)),
                                    types(next(socket)),
                                    types(next(socket)),
                                    types(next(socket))))
                    .containsExactly("welcome", "joined", "event", "event");
        }
    }

    @Test
    void aRepeatedMoveIsAcknowledgedAndHappensOnce() {
        try (var table = Table.relay(ann, bob)) {
            table.first.move(1, "{}");
            table.first.socket().next("event");
            table.first.move(1, "{}");
            var ack = table.first.socket().next("ack");
            assertThat(ack.get("id").asLong()).isEqualTo(1);
            assertThat(ack.get("seq").asLong()).isEqualTo(1);
            table.first.move(2, "{}");
            assertThat(table.first.socket().next("event").get("seq").asLong()).isEqualTo(2);
        }
    }

    /// Frames that are answered and change nothing.
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            textBlock =
                    """
                    # frame (R: the room),                                 answer, code
                    `{"t":"move","room":"R","id":1,"body":[1]}`,           deny,   bad
                    `{"t":"move","room":"R","id":1}`,                      deny,   bad
                    `{"t":"move","room":"R","id":2,"body":{}}`,            deny,   order
                    `{"t":"move","room":"R","id":"1","body":{}}`,          error,  bad
                    `{"t":"move","id":1,"body":{}}`,                       error,  bad
                    `{"t":"move","room":"nosuch","id":1,"body":{}}`,       deny,   not-seated
                    `{"t":"join","room":"nosuch"}`,                        error,  not-found
                    `{"t":"join","room":"a b"}`,                           error,  bad
                    `{"t":"join","room":"R","seq":"x"}`,                   error,  bad
                    `{"t":"leave","room":"nosuch"}`,                       error,  not-seated
                    `{"t":"ping"}`,                                        error,  bad
                    `{"room":"R"}`,                                        error,  bad
                    `{"t":"hello","ticket":"x"}`,                          error,  bad
                    """)
    void aWrongFrameIsAnsweredAndChangesNothing(String frame, String answer, String code) {
        try (var table = Table.relay(ann, bob)) {
            table.first.socket().send(frame.replace("\"R\"", "\"" + table.first.room() + "\""));
            assertThat(table.first.socket().next(answer).get("code").asText()).isEqualTo(code);
            table.second.move(1, "{}");
            assertThat(table.first.socket().next("event").get("seq").asLong()).isEqualTo(1);
        }
    }

    @Test
    void unknownFramesAreIgnored() {
        try (var table = Table.relay(ann, bob)) {
            table.first.socket().send("{\"t\":\"wave\",\"to\":\"bob\"}\n{\"t\":\"ping\",\"id\":9}");
            assertThat(next(table.first.socket()).get("t").asText()).isEqualTo("pong");
        }
    }

    @Test
    void pongTellsTheHeads() {
        try (var table = Table.relay(ann, bob)) {
            table.second.move(1, "{}");
            table.first.socket().next("event");
            table.first.socket().send("{\"t\":\"ping\",\"id\":9}");
            var pong = table.first.socket().next("pong");
            assertThat(pong.get("id").asLong()).isEqualTo(9);
            assertThat(pong.at("/heads/" + table.first.room()).asLong()).isEqualTo(1);
        }
    }

    // ---- limits ----

    @Test
    void aFrameOverFourKilobytesIsDenied() {
        try (var table = Table.relay(ann, bob)) {
            table.first.move(1, "{\"x\":\"" + "y".repeat(5_000) + "\"}");
            assertThat(table.first.socket().next("deny").get("code").asText()).isEqualTo("too-big");
            table.first.move(2, "{}");
            assertThat(table.first.socket().next("event").get("seq").asLong()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17_000, 1_000_000})
    void aMessageOverSixteenKilobytesEndsTheSocket(int size) {
        try (var table = Table.relay(ann, bob)) {
            table.first.socket().send("x".repeat(size));
            assertThat(table.first.socket().closeCode()).isEqualTo(4409);
            table.second.move(1, "{}");
            assertThat(table.second.socket().next("event").get("seq").asLong()).isEqualTo(1);
        }
    }

    @Test
    void binaryGarbageEndsTheSocket() {
        try (var table = Table.relay(ann, bob)) {
            table.first.socket().send(new byte[] {0, 1, 2, (byte) 0xff});
            assertThat(table.first.socket().closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void whoIsTooQuickIsToldWhenToTryAgain() {
        try (var table = Table.relay(ann, bob)) {
            var frames = new ArrayList<String>();
            for (int i = 1; i <= 25; i++) frames.add(table.first.frame(i, "{}"));
            table.first.socket().send(String.join("\n", frames));
            var denial = table.first.socket().next("deny");
            assertThat(denial.get("code").asText()).isEqualTo("rate");
            assertThat(denial.get("id").asLong()).isBetween(21L, 24L);
            assertThat(denial.get("retryIn").asLong()).isBetween(1L, 1_000L);
        }
    }

    @Test
    void whoFloodsIsShownOut() {
        try (var table = Table.relay(ann, bob)) {
            for (int i = 0; i < 40; i++)
                table.first.socket().send("{\"t\":\"ping\",\"id\":1}\n".repeat(10));
            assertThat(table.first.socket().closeCode()).isEqualTo(4408);
        }
    }

    @Test
    void aFullRoomSaysSo() {
        var seat = create(ann, "relay", "{\"seats\":2}");
        try (var _ = enter(seat);
                var _ = enter(join(bob, seat))) {
            var eve = join(guest(), seat);
            try (var socket = open(eve)) {
                socket.send(hello("ticket", eve.get("ticket").asText()) + "\n" + joining(eve, ""));
                assertThat(socket.next("error").get("code").asText()).isEqualTo("full");
            }
        }
    }

    // ---- coming and going ----

    @Test
    void membersComeGoAndLeave() {
        var seat = create(ann, "relay");
        try (var first = enter(seat)) {
            var bobs = join(bob, seat);
            var second = enter(bobs);
            assertThat(second.joined().get("members")).hasSize(2);
            assertThat(member(first)).isEqualTo("here");
            second.socket().cut();
            assertThat(member(first)).isEqualTo("away");
            try (var back = resume(bobs, second, "")) {
                assertThat(member(first)).isEqualTo("here");
                back.leave();
                assertThat(member(first)).isEqualTo("left");
            }
        }
    }

    private String member(Visit visit) {
        var member = visit.socket().next("member");
        assertThat(member.get("player").asText()).isEqualTo(bob.player());
        return member.get("status").asText();
    }

    @Test
    void whoResumesHearsWhatWasMissed() {
        var seat = create(ann, "relay");
        var bobs = join(bob, seat);
        try (var first = enter(seat)) {
            var second = enter(bobs);
            first.move(1, "{\"x\":1}");
            second.socket().next("event");
            second.socket().cut();
            first.move(2, "{\"x\":2}");
            first.move(3, "{\"x\":3}");
            first.socket().next("event");
            first.socket().next("event");
            first.socket().next("event");
            try (var back = resume(bobs, second, ",\"epoch\":1,\"seq\":1")) {
                assertThat(back.joined().get("mode").asText()).isEqualTo("resumed");
                assertThat(back.joined().has("state")).isFalse();
                assertThat(back.joined().get("seq").asLong()).isEqualTo(3);
                assertThat(next(back.socket()).at("/body/x").asInt()).isEqualTo(2);
                assertThat(next(back.socket()).at("/body/x").asInt()).isEqualTo(3);
                assertThat(next(back.socket()).get("t").asText()).isEqualTo("live");
            }
            var again = open(bobs);
            again.send(hello("resume", second.welcome().get("resume").asText()));
            assertThat(again.closeCode()).as("a used resume token").isEqualTo(4300);
        }
    }

    @Test
    void whoComesBackThroughTheJoinCallHearsWhatWasMissedToo() {
        try (var table = Table.relay(ann, bob)) {
            table.first.move(1, "{}");
            table.second.socket().next("event");
            table.second.socket().cut();
            table.first.move(2, "{}");
            table.first.socket().next("event");
            table.first.socket().next("event");
            try (var back = enter(join(bob, table.seat), ",\"epoch\":1,\"seq\":1")) {
                assertThat(back.joined().get("mode").asText()).isEqualTo("resumed");
                assertThat(back.socket().next("event").get("seq").asLong()).isEqualTo(2);
            }
        }
    }

    @Test
    void unansweredMovesSentAgainAfterADropHappenOnce() {
        var seat = create(ann, "relay");
        var bobs = join(bob, seat);
        try (var first = enter(seat)) {
            var second = enter(bobs);
            second.move(1, "{}");
            second.socket().cut();
            try (var back = resume(bobs, second, ",\"epoch\":1,\"seq\":0")) {
                back.move(1, "{}");
                back.move(2, "{}");
                assertThat(first.socket().next("event").get("id").asLong()).isEqualTo(1);
                assertThat(first.socket().next("event").get("id").asLong()).isEqualTo(2);
            }
        }
    }

    @Test
    void aPositionThatTheRoomNeverHadIsReset() {
        try (var table = Table.relay(ann, bob)) {
            table.second.socket().cut();
            try (var back = enter(join(bob, table.seat), ",\"epoch\":1,\"seq\":7")) {
                assertThat(back.joined().get("mode").asText()).isEqualTo("reset");
                assertThat(back.joined().get("why").asText()).isEqualTo("lost");
                assertThat(back.joined().at("/state/size").asLong()).isZero();
            }
        }
    }

    @Test
    void thePlayersNewerSocketTakesTheSeat() {
        try (var table = Table.relay(ann, bob);
                var newer = enter(join(bob, table.seat))) {
            assertThat(table.second.socket().closeCode()).isEqualTo(4302);
            newer.move(1, "{}");
            assertThat(table.first.socket().next("event").get("by").asText())
                    .isEqualTo(bob.player());
        }
    }

    // ---- four in a row ----

    @Test
    void fourInARowRefusesWhatItsRulesRefuse() {
        try (var table = Table.of(ann, bob, "four-in-a-row", "{}")) {
            var red = table.first;
            var yellow = table.second;
            yellow.move(1, "{\"drop\":0}");
            assertThat(denial(yellow)).isEqualTo("rules not-your-turn");
            red.move(1, "{\"drop\":7}");
            assertThat(denial(red)).isEqualTo("rules no-such-column");
            red.move(2, "{\"jump\":7}");
            assertThat(denial(red)).startsWith("bad");
            red.move(3, "{\"drop\":0}");
            assertThat(red.socket().next("event").get("body").toString())
                    .isEqualTo("{\"dropped\":{\"column\":0,\"row\":0,\"disc\":\"red\"}}");
            yellow.move(2, "{\"resign\":true}");
            assertThat(red.socket().next("event").get("body").toString())
                    .isEqualTo(
                            "{\"over\":{\"winner\":\"%s\",\"why\":\"resigned\"}}"
                                    .formatted(ann.player()));
            red.move(4, "{\"drop\":0}");
            assertThat(denial(red)).isEqualTo("rules over");
        }
    }

    private static String denial(Visit visit) {
        var denial = visit.socket().next("deny");
        return denial.get("code").asText() + " " + denial.path("detail").asText();
    }

    /// The next frame that is about rooms: word of mail may come at any time.
    private static JsonNode next(GameSocket socket) {
        var frame = socket.next();
        return types(frame).equals("mail") ? next(socket) : frame;
    }

    private static String types(JsonNode frame) {
        return frame.get("t").asText();
    }

    /// Two players in one room.
    private record Table(JsonNode seat, Visit first, Visit second) implements AutoCloseable {
        static Table of(Account one, Account other, String kind, String settings) {
            var seat = create(one, kind, settings);
            var first = enter(seat);
            var second = enter(join(other, seat));
            first.socket().next("member");
            return new Table(seat, first, second);
        }

        static Table relay(Account one, Account other) {
            return of(one, other, "relay", "{}");
        }

        List<games.drawbridge.bots.GameSocket> sockets() {
            return List.of(first.socket(), second.socket());
        }

        @Override
        public void close() {
            first.close();
            second.close();
        }
    }
}
