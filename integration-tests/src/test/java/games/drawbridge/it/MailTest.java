package games.drawbridge.it;

import static games.drawbridge.it.Players.admin;
import static games.drawbridge.it.Players.api;
import static games.drawbridge.it.Players.create;
import static games.drawbridge.it.Players.guest;
import static games.drawbridge.it.Players.hello;
import static games.drawbridge.it.Players.open;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.bots.Account;
import games.drawbridge.bots.GameSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Who is online is told that mail has come.
class MailTest {
    private final Account ann = guest();
    private final Account bob = guest();

    @Test
    void whoConnectsIsToldToLookAndThenOfEachMail() {
        write(ann, "before");
        try (var socket = connect(seat(ann))) {
            assertThat(socket.next("mail").has("id")).isFalse();
            assertThat(newest(ann).get("subject").asText()).isEqualTo("before");

            write(bob, "not ann's");
            write(ann, "now");
            var told = socket.next("mail");
            assertThat(newest(ann).get("subject").asText()).isEqualTo("now");
            assertThat(told.get("id")).isEqualTo(newest(ann).get("id"));
        }
    }

    @Test
    void whoComesBackIsToldToLookForWhatTheDeadSocketMissed() {
        var seat = seat(ann);
        var before = open(seat);
        before.send(hello("ticket", seat.get("ticket").asText()));
        var resume = before.next("welcome").get("resume").asText();
        before.next("mail");
        before.cut();
        try (var back = open(seat)) {
            back.send(hello("resume", resume));
            back.next("welcome");
            assertThat(back.next("mail").has("id")).isFalse();
        }
    }

    @Test
    void eachIsToldOfTheirOwn() {
        try (var one = connect(seat(ann));
                var other = connect(seat(bob))) {
            for (var each : List.of(one, other)) each.next("mail");
            write(bob, "bob's");
            write(ann, "ann's");
            assertThat(one.next("mail").get("id")).isEqualTo(newest(ann).get("id"));
            assertThat(other.next("mail").get("id")).isEqualTo(newest(bob).get("id"));
        }
    }

    @Test
    void aPlayerOfTwoNodesIsToldAtBothAndAfterOneIsLeft() {
        var here = connect(Placing.at("n1", seat(ann), ann));
        here.next("mail");
        var there = connect(Placing.at("n2", seat(ann), ann));
        there.next("mail");
        write(ann, "both");
        var id = newest(ann).get("id");
        for (var each : List.of(here, there)) assertThat(each.next("mail").get("id")).isEqualTo(id);

        there.close();
        Await.until(() -> nodes() == 1);
        write(ann, "one");
        assertThat(here.next("mail").get("id")).isEqualTo(newest(ann).get("id"));
        here.close();
        Await.until(() -> nodes() == 0);
    }

    private static JsonNode seat(Account player) {
        return create(player, "relay");
    }

    /// Into no room: nothing else is told.
    private static GameSocket connect(JsonNode seat) {
        var socket = open(seat);
        socket.send(hello("ticket", seat.get("ticket").asText()));
        socket.next("welcome");
        return socket;
    }

    /// How many nodes say that ann is there.
    private long nodes() {
        var world = TheWorld.world();
        var table = world.template().variable("ROOMS_TABLE").orElseThrow();
        var key =
                Map.of(
                        "pk", AttributeValue.fromS("PLAYER#" + ann.player()),
                        "sk", AttributeValue.fromS("ONLINE"));
        var row = world.aws().dynamoDb().getItem(get -> get.tableName(table).key(key)).item();
        return row.keySet().stream().filter(name -> name.startsWith("on-")).count();
    }

    private static void write(Account player, String subject) {
        var body = "{\"subject\":\"%s\",\"text\":\"Hello\",\"reason\":\"test\"}".formatted(subject);
        api().post("/v1/admin/players/" + player.player() + "/mail", admin(), body).ok();
    }

    private static JsonNode newest(Account player) {
        return api().get("/v1/players/me/mail", player.token()).ok().at("/mail/0");
    }
}
