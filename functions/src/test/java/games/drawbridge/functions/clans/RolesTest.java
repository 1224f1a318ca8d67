package games.drawbridge.functions.clans;

import static games.drawbridge.functions.clans.ClanTown.appoint;
import static games.drawbridge.functions.clans.ClanTown.found;
import static games.drawbridge.functions.clans.ClanTown.join;
import static games.drawbridge.functions.clans.ClanTown.leaders;
import static games.drawbridge.functions.clans.ClanTown.login;
import static games.drawbridge.functions.clans.ClanTown.players;
import static games.drawbridge.functions.clans.ClanTown.remove;
import static games.drawbridge.functions.clans.ClanTown.row;
import static games.drawbridge.functions.clans.ClanTown.set;
import static games.drawbridge.functions.clans.ClanTown.sizes;
import static games.drawbridge.functions.clans.ClanTown.world;
import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.AtOnce;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RolesTest {

    @Test
    void rolesAreGivenAndTheLeadIsHandedOver() {
        String ann = login();
        String id = found(ann, "Roles", "ROLE", "open").text("/id");
        var others = players(3);
        others.forEach(player -> join(player, id));
        String bob = others.get(0);
        String cleo = others.get(1);
        assertThat(appoint(bob, id, cleo, "officer").outcome()).isEqualTo("403 not-allowed");
        assertThat(appoint(login(), id, cleo, "officer").outcome()).isEqualTo("403 not-a-member");
        assertThat(appoint(ann, id, "nobody", "officer").outcome()).isEqualTo("404 not-found");
        assertThat(appoint(ann, id, ann, "member").outcome()).isEqualTo("422 own-role");
        assertThat(appoint(ann, id, bob, "king").outcome()).isEqualTo("400 bad-input");
        for (int n = 0; n < 2; n++)
            assertThat(appoint(ann, id, bob, "officer").text("/role")).isEqualTo("officer");
        assertThat(remove(bob, id, "members", ann).outcome()).isEqualTo("403 not-allowed");
        assertThat(remove(cleo, id, "members", bob).outcome()).isEqualTo("403 not-allowed");
        var outcomes =
                AtOnce.times(2, n -> appoint(ann, id, n == 0 ? bob : cleo, "leader").outcome());
        assertThat(outcomes).containsExactlyInAnyOrder("200", "403 not-allowed");
        assertThat(leaders(id)).hasSize(1).containsExactly(row(id, "HEAD").get("leader").s());
        assertThat(row(id, "MEMBER#" + ann).get("role").s()).isEqualTo("officer");
    }

    @Test
    void whoIsPutOutIsOutOnce() {
        String ann = login();
        String id = found(ann, "Put Out", "POUT", "open").text("/id");
        String bob = login();
        join(bob, id);
        var outcomes = AtOnce.times(4, n -> remove(n < 2 ? ann : bob, id, "members", bob).status());
        assertThat(outcomes).containsOnly(204);
        assertThat(sizes(id)).isEqualTo(1);
        assertThat(world.get("/v1/players/" + bob).as(ann).send().at("/clan").isMissingNode())
                .isTrue();
        assertThat(join(bob, id).status()).as("free to join again").isEqualTo(201);
    }

    @Test
    void aLeaderWhoGoesIsFollowedAndTheLastEndsTheClan() {
        String ann = login();
        String id = found(ann, "Followed", "FOLL", "open").text("/id");
        var others = players(2);
        others.forEach(player -> join(player, id));
        appoint(ann, id, others.get(1), "officer");
        assertThat(remove(ann, id, "members", ann).status()).isEqualTo(204);
        assertThat(leaders(id)).containsExactly(others.get(1));
        for (String each : others) remove(each, id, "members", each);
        assertThat(world.get("/v1/clans/" + id).as(ann).send().outcome())
                .isEqualTo("404 not-found");
        assertThat(found(ann, "Followed", "FOLL", "open").status()).isEqualTo(201);
    }

    @Test
    void aLeaderWhoHasVanishedIsFollowedWhenSomebodyLooks() {
        String ann = login();
        String id = found(ann, "Vanished", "VANI", "open").text("/id");
        String bob = login();
        join(bob, id);
        world.get("/v1/clans/" + id).as(bob).send();
        assertThat(leaders(id)).containsExactly(ann);
        long longAgo = Instant.now().minus(Duration.ofDays(22)).toEpochMilli();
        for (String each : List.of(ann, bob))
            set(id, "MEMBER#" + each, "seenAt", AttributeValue.fromN("" + longAgo));
        world.get("/v1/clans/" + id).as(login()).send();
        assertThat(leaders(id)).as("a stranger looks").containsExactly(ann);
        AtOnce.times(3, n -> world.get("/v1/clans/" + id).as(bob).send());
        assertThat(leaders(id)).containsExactly(bob);
        assertThat(world.get("/v1/clans/" + id).as(ann).send().text("/leader")).isEqualTo(bob);
    }
}
