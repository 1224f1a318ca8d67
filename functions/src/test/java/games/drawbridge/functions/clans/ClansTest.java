package games.drawbridge.functions.clans;

import static games.drawbridge.functions.clans.ClanTown.disband;
import static games.drawbridge.functions.clans.ClanTown.found;
import static games.drawbridge.functions.clans.ClanTown.invite;
import static games.drawbridge.functions.clans.ClanTown.join;
import static games.drawbridge.functions.clans.ClanTown.login;
import static games.drawbridge.functions.clans.ClanTown.row;
import static games.drawbridge.functions.clans.ClanTown.seat;
import static games.drawbridge.functions.clans.ClanTown.set;
import static games.drawbridge.functions.clans.ClanTown.update;
import static games.drawbridge.functions.clans.ClanTown.world;
import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.AtOnce;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ClansTest {

    @Test
    void aClanSaysOtherThingsOfItself() {
        String ann = login();
        String id = found(ann, "Old Name", "OLD", "open").text("/id");
        found(login(), "Others", "OTH", "open");
        String bob = login();
        join(bob, id);
        assertThat(update(bob, id, "{\"motto\":\"x\"}").outcome()).isEqualTo("403 not-allowed");
        assertThat(update(ann, id, "{\"name\":\"others\"}").outcome()).isEqualTo("409 name-taken");
        assertThat(update(ann, id, "{\"tag\":\"oth\"}").outcome()).isEqualTo("409 tag-taken");
        assertThat(update(ann, id, "{\"name\":\"Trollers\"}").outcome())
                .isEqualTo("422 name-blocked");
        var next =
                update(
                        ann,
                        id,
                        "{\"name\":\"New Name\",\"tag\":\"NEW\",\"admission\":\"invite\",\"country\":\"SE\",\"motto\":\"m\"}");
        assertThat(next.text("/name")).isEqualTo("New Name");
        assertThat(world.get("/v1/clans/" + id).as(bob).send().text("/country")).isEqualTo("SE");
        assertThat(update(ann, id, "{\"country\":null}").at("/country").isMissingNode()).isTrue();
        assertThat(update(ann, id, "{\"name\":\"NEW NAME!\"}").status()).isEqualTo(200);
        assertThat(found(login(), "Old Name", "OLD", "open").status()).isEqualTo(201);
        assertThat(found(login(), "New name", "XYZ", "open").outcome()).isEqualTo("409 name-taken");
    }

    @Test
    void aClanEndsWithAllThatWasInIt() {
        String ann = login();
        String id = found(ann, "Ending", "ENDG", "request").text("/id");
        String bob = login();
        invite(ann, id, bob);
        join(bob, id);
        join(login(), id);
        for (int n = 0; n < 98; n++) seat(id, "filler-" + n);
        assertThat(disband(bob, id).outcome()).isEqualTo("403 not-allowed");
        var outcomes =
                AtOnce.times(
                        3, n -> n == 0 ? disband(ann, id).outcome() : join(login(), id).outcome());
        assertThat(outcomes.getFirst()).isEqualTo("204");
        assertThat(disband(ann, id).status()).as("once more").isEqualTo(204);
        disband(ann, id);
        assertThat(world.tables().rows("Clans"))
                .filteredOn(row -> row.toString().contains(id))
                .singleElement()
                .satisfies(row -> assertThat(row).containsKeys("ended", "expires"));
        assertThat(world.get("/v1/players/me/clan").as(bob).send().at("/clan").isMissingNode())
                .isTrue();
        assertThat(found(bob, "Ending", "ENDG", "open").status()).isEqualTo(201);
    }

    @Test
    void whoseClanBrokeOffInEndingIsFree() {
        String ann = login();
        String id = found(ann, "Half Ended", "HALF", "open").text("/id");
        String bob = login();
        join(bob, id);
        set(id, "HEAD", "ended", AttributeValue.fromN("1"));
        assertThat(world.get("/v1/players/" + bob).as(ann).send().at("/clan").isMissingNode())
                .isTrue();
        String other = found(ann, "Other Half", "OHLF", "open").text("/id");
        assertThat(join(bob, other).status()).isEqualTo(201);
        assertThat(disband(ann, id).status()).isEqualTo(204);
        assertThat(world.get("/v1/players/" + bob).as(ann).send().text("/clan/id"))
                .as("what is left of the old clan does not touch the new one")
                .isEqualTo(other);
    }
}
