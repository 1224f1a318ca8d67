package games.drawbridge.it;

import static games.drawbridge.it.Players.api;
import static games.drawbridge.it.Players.enter;
import static games.drawbridge.it.Players.guest;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.bots.Account;
import games.drawbridge.it.Players.Visit;
import org.junit.jupiter.api.Test;

/// Through a lobby into a match, and back with what it has shown.
class MatchmakingTest {
    private final Account ann = guest();
    private final Account bob = guest();

    @Test
    void aMatchThatALobbyMakesCountsOnceAndTheLobbyKnowsItNextTime() {
        String match = match("lobby:duel");
        try (var _ = enter(seat(match, ann));
                var loser = enter(seat(match, bob))) {
            loser.move(1, "{\"resign\":true}");
            Await.until(() -> !ratings(ann).isEmpty());
        }
        assertThat(ratings(ann).at("/0/mode").asText()).isEqualTo("duel");
        assertThat(ratings(ann).at("/0/matches").asInt()).isEqualTo(1);
        int points = ratings(ann).at("/0/points").asInt();
        assertThat(points).isGreaterThan(1_000);
        assertThat(ratings(bob).at("/0/points").asInt()).isEqualTo(2_000 - points);
        try (var again = enter(seat("lobby:duel", ann))) {
            assertThat(told(again, "skill").get("points").asInt()).isEqualTo(points);
        }
    }

    @Test
    void whoGoesOutOfAMatchIsReplacedByWhoWaitsForOne() {
        String match = match("lobby:crew");
        var cat = guest();
        try (var first = enter(seat(match, ann));
                var third = enter(seat("lobby:crew", cat))) {
            third.move(1, "{\"queue\":{}}");
            try (var second = enter(seat(match, bob))) {
                second.leave();
                assertThat(first.socket().next("event").at("/body/gone").asText())
                        .isEqualTo(bob.player());
            }
            accept(third);
            assertThat(told(third, "match").get("room").asText()).isEqualTo(match);
            try (var came = enter(seat(match, cat))) {
                came.move(1, "{\"hello\":1}");
                assertThat(first.socket().next("event").at("/by").asText()).isEqualTo(cat.player());
            }
        }
    }

    /// The room of a match that a lobby makes of ann and bob, once it is there.
    private String match(String lobby) {
        try (var first = enter(seat(lobby, ann));
                var second = enter(seat(lobby, bob))) {
            first.move(1, "{\"queue\":{}}");
            second.move(1, "{\"queue\":{}}");
            accept(first);
            accept(second);
            String room = told(first, "match").get("room").asText();
            Await.until(() -> api().get("/v1/rooms/" + room, ann.token()).status() == 200);
            return room;
        }
    }

    private static void accept(Visit visit) {
        var offer = told(visit, "offer");
        visit.move(2, "{\"accept\":{\"offer\":%s}}".formatted(offer.get("id")));
    }

    private static JsonNode told(Visit visit, String name) {
        while (true) {
            var value = visit.socket().next("patch").at("/set/" + name);
            if (!value.isMissingNode() && !value.isNull()) return value;
        }
    }

    private static JsonNode ratings(Account player) {
        var path = "/v1/players/" + player.player() + "/ratings";
        return api().get(path, player.token()).ok().get("ratings");
    }

    private static JsonNode seat(String room, Account player) {
        return api().post("/v1/rooms/" + room + "/join", player.token(), "{}").ok();
    }
}
