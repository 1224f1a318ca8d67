package games.drawbridge.functions.clans;

import static games.drawbridge.functions.clans.ClanTown.accept;
import static games.drawbridge.functions.clans.ClanTown.found;
import static games.drawbridge.functions.clans.ClanTown.invite;
import static games.drawbridge.functions.clans.ClanTown.join;
import static games.drawbridge.functions.clans.ClanTown.login;
import static games.drawbridge.functions.clans.ClanTown.remove;
import static games.drawbridge.functions.clans.ClanTown.row;
import static games.drawbridge.functions.clans.ClanTown.set;
import static games.drawbridge.functions.clans.ClanTown.sizes;
import static games.drawbridge.functions.clans.ClanTown.world;
import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.AtOnce;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class WishesTest {

    @Test
    void twoOfficersWhoAcceptOneRequestTakeInOnePlayer() {
        String ann = login();
        String id = found(ann, "By Request", "BYRQ", "request").text("/id");
        String bob = login();
        accept(ann, id, bob, "404 not-found");
        var asked = world.post("/v1/clans/" + id + "/requests", "{\"text\":\"hi\"}").as(bob).send();
        assertThat(asked.status()).isEqualTo(202);
        assertThat(join(bob, id).text("/status")).isEqualTo("asked");
        var list = world.get("/v1/clans/" + id + "/requests").as(ann).send();
        assertThat(list.at("/requests").findValuesAsText("playerId")).containsExactly(bob);
        assertThat(world.get("/v1/clans/" + id + "/requests").as(bob).send().outcome())
                .isEqualTo("403 not-a-member");
        assertThat(AtOnce.times(3, n -> accept(ann, id, bob).outcome())).containsOnly("200");
        assertThat(sizes(id)).isEqualTo(2);
        accept(bob, id, login(), "403 not-allowed");
        assertThat(world.get("/v1/clans/" + id + "/requests").as(bob).send().outcome())
                .isEqualTo("403 not-allowed");
        assertThat(world.get("/v1/clans/" + id + "/requests").as(ann).send().at("/requests"))
                .isEmpty();
    }

    @Test
    void aRequestThatTwoClansAcceptLeadsIntoOne() {
        String ann = login();
        String eve = login();
        String one = found(ann, "Accepts One", "ACC1", "request").text("/id");
        String two = found(eve, "Accepts Two", "ACC2", "request").text("/id");
        String bob = login();
        join(bob, one);
        join(bob, two);
        var outcomes =
                AtOnce.times(2, n -> accept(n == 0 ? ann : eve, n == 0 ? one : two, bob).outcome());
        assertThat(outcomes).containsExactlyInAnyOrder("200", "409 already-in-clan");
        assertThat(sizes(one) + sizes(two)).isEqualTo(3);
    }

    @Test
    void whatHasExpiredLeadsNowhere() {
        String ann = login();
        String id = found(ann, "Expiring", "EXPI", "invite").text("/id");
        String bob = login();
        assertThat(join(bob, id).outcome()).isEqualTo("422 invite-only");
        assertThat(invite(ann, id, bob).status()).isEqualTo(201);
        assertThat(world.get("/v1/players/me/clan").as(bob).send().text("/invitations/0/clan/tag"))
                .isEqualTo("EXPI");
        set(id, "INVITATION#" + bob, "expires", AttributeValue.fromN("1"));
        assertThat(join(bob, id).outcome()).isEqualTo("422 invite-only");
        assertThat(world.get("/v1/players/me/clan").as(bob).send().at("/invitations")).isEmpty();
        invite(ann, id, bob);
        assertThat(join(bob, id).status()).isEqualTo(201);
        assertThat(row(id, "INVITATION#" + bob)).isEmpty();
        assertThat(invite(bob, id, login()).outcome()).isEqualTo("403 not-allowed");
        assertThat(invite(ann, id, bob).outcome()).isEqualTo("409 already-in-clan");
        assertThat(invite(ann, id, "nobody").outcome()).isEqualTo("404 not-found");
    }

    @Test
    void requestsAndInvitationsAreTakenBack() {
        String ann = login();
        String bob = login();
        String id = found(ann, "Taken Back", "TKBK", "request").text("/id");
        join(bob, id);
        invite(ann, id, bob);
        String eve = login();
        for (String kind : List.of("requests", "invitations"))
            assertThat(remove(eve, id, kind, bob).outcome()).isEqualTo("403 not-a-member");
        for (String kind : List.of("requests", "invitations"))
            for (int n = 0; n < 2; n++)
                assertThat(remove(bob, id, kind, bob).status()).isEqualTo(204);
        assertThat(world.get("/v1/clans/" + id + "/invitations").as(ann).send().at("/invitations"))
                .isEmpty();
        accept(ann, id, bob, "404 not-found");
    }

    @Test
    void elevenRequestsAreTooMany() {
        String bob = login();
        for (int n = 0; n < 10; n++) {
            String id = found(login(), "Asked " + n, "ASK" + n, "request").text("/id");
            assertThat(join(bob, id).status()).isEqualTo(202);
        }
        String id = found(login(), "Asked Too Much", "ASKX", "request").text("/id");
        assertThat(join(bob, id).outcome()).isEqualTo("422 too-many-requests");
    }
}
