package games.drawbridge.functions.clans;

import static games.drawbridge.functions.clans.ClanTown.found;
import static games.drawbridge.functions.clans.ClanTown.join;
import static games.drawbridge.functions.clans.ClanTown.leaders;
import static games.drawbridge.functions.clans.ClanTown.login;
import static games.drawbridge.functions.clans.ClanTown.row;
import static games.drawbridge.functions.clans.ClanTown.sizes;
import static games.drawbridge.functions.clans.ClanTown.world;
import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.player.PlayerId;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ClanHoldingTest {

    @Test
    void aPlayersPlaceIsToldMovedAndForgotten() {
        var holding =
                new ClanHolding(new Aws(world.environment("RunJobs")), InstantSource.system());
        String ann = login();
        String id = found(ann, "Private", "PRIV", "open").text("/id");
        String other = found(login(), "Asked Of", "ASOF", "request").text("/id");
        String bob = login();
        join(bob, id);
        assertThat(holding.export(new PlayerId(bob)).toString()).contains(id);
        assertThat(world.get("/v1/players/me/export").as(ann).send().text("/clan/member/role"))
                .isEqualTo("leader");
        String cleo = login();
        for (int n = 0; n < 2; n++) holding.move(new PlayerId(ann), new PlayerId(cleo));
        assertThat(leaders(id)).containsExactly(cleo);
        assertThat(row(id, "HEAD").get("leader").s()).isEqualTo(cleo);
        assertThat(sizes(id)).isEqualTo(2);
        join(ann, other);
        for (int n = 0; n < 2; n++) holding.move(new PlayerId(ann), new PlayerId(cleo));
        assertThat(world.tables().rows("Clans").toString()).doesNotContain(ann);
        holding.move(new PlayerId(bob), new PlayerId(cleo));
        assertThat(sizes(id)).as("cleo has a seat").isEqualTo(1);
        for (int n = 0; n < 2; n++) holding.erase(new PlayerId(cleo));
        assertThat(world.get("/v1/clans/" + id).as(bob).send().outcome())
                .isEqualTo("404 not-found");
    }

    @Test
    void aWriteWhoseAnswerIsLostIsDoneOnce() {
        var losing = World.open();
        String ann = login(losing);
        String bob = login(losing);
        losing.losingAnswers();
        var made = found(losing, ann, "Lost Answers", "LOST", "open", "SE", 0);
        assertThat(made.status()).isEqualTo(201);
        String id = made.text("/id");
        assertThat(losing.post("/v1/clans/" + id + "/members", "{}").as(bob).send().status())
                .isIn(200, 201);
        assertThat(losing.get("/v1/clans/" + id).as(bob).send().text("/size")).isEqualTo("2");
        assertThat(
                        losing.call("DELETE", "/v1/clans/" + id + "/members/" + bob)
                                .as(bob)
                                .send()
                                .status())
                .isEqualTo(204);
        assertThat(losing.get("/v1/clans/" + id).as(ann).send().text("/size")).isEqualTo("1");
    }
}
