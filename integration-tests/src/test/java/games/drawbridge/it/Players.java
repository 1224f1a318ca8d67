package games.drawbridge.it;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.bots.Account;
import games.drawbridge.bots.Api;
import games.drawbridge.bots.GameSocket;
import java.net.URI;
import java.util.UUID;

/// Players of the tests: they log in, get seats and take them.
final class Players {
    private Players() {}

    static Account guest() {
        return Account.guest(api(), "it-" + UUID.randomUUID());
    }

    static Api api() {
        return TheWorld.api();
    }

    /// The token of an admin.
    static String admin() {
        var body = "{\"roles\":[\"admin\"]}";
        return api().post("/_local/tokens", null, body).ok().get("accessToken").asText();
    }

    /// A new room's first seat.
    static JsonNode create(Account maker, String kind, String settings) {
        var body = "{\"kind\":\"%s\",\"settings\":%s}".formatted(kind, settings);
        return api().post("/v1/rooms", maker.token(), body).ok();
    }

    static JsonNode create(Account maker, String kind) {
        return create(maker, kind, "{}");
    }

    /// A seat in the room of another seat.
    static JsonNode join(Account player, JsonNode seat) {
        var room = seat.get("room").asText();
        return api().post("/v1/rooms/" + room + "/join", player.token(), "{}").ok();
    }

    static GameSocket open(JsonNode seat) {
        return GameSocket.open(api().http(), URI.create(seat.get("url").asText()));
    }

    /// A player in a room: socket open, hello said, joined.
    record Visit(GameSocket socket, String room, JsonNode welcome, JsonNode joined)
            implements AutoCloseable {

        void move(long id, String body) {
            socket.send(frame(id, body));
        }

        void leave() {
            socket.send("{\"t\":\"leave\",\"room\":\"" + room + "\"}");
        }

        String frame(long id, String body) {
            return "{\"t\":\"move\",\"room\":\"%s\",\"id\":%d,\"body\":%s}"
                    .formatted(room, id, body);
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    static Visit enter(JsonNode seat) {
        return enter(seat, "");
    }

    /// @param position of the join frame, as `,"epoch":1,"seq":7`, or nothing
    static Visit enter(JsonNode seat, String position) {
        var socket = open(seat);
        socket.send(hello("ticket", seat.get("ticket").asText()) + "\n" + joining(seat, position));
        return new Visit(
                socket, seat.get("room").asText(), socket.next("welcome"), socket.next("joined"));
    }

    /// Comes back to the same node.
    static Visit resume(JsonNode seat, Visit before, String position) {
        var socket = open(seat);
        socket.send(hello("resume", before.welcome().get("resume").asText()));
        socket.send(joining(seat, position));
        return new Visit(socket, before.room(), socket.next("welcome"), socket.next("joined"));
    }

    static String hello(String by, String secret) {
        return "{\"t\":\"hello\",\"%s\":\"%s\"}".formatted(by, secret);
    }

    static String joining(JsonNode seat, String position) {
        return "{\"t\":\"join\",\"room\":\"%s\"%s}".formatted(seat.get("room").asText(), position);
    }
}
