package games.drawbridge.functions.clans;

import static games.drawbridge.functions.clans.ClanTown.found;
import static games.drawbridge.functions.clans.ClanTown.join;
import static games.drawbridge.functions.clans.ClanTown.login;
import static games.drawbridge.functions.clans.ClanTown.players;
import static games.drawbridge.functions.clans.ClanTown.row;
import static games.drawbridge.functions.clans.ClanTown.set;
import static games.drawbridge.functions.clans.ClanTown.sizes;
import static games.drawbridge.functions.clans.ClanTown.world;
import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.AtOnce;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class JoiningTest {

    @Test
    void aClanIsFoundedAndJoined() {
        String ann = login();
        var made = found(ann, "Northern Wolves", "wolf", "open");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/tag")).isEqualTo("WOLF");
        assertThat(made.text("/leader")).isEqualTo(ann);
        String id = made.text("/id");
        String bob = login();
        assertThat(join(bob, id).status()).isEqualTo(201);
        assertThat(join(bob, id).status()).as("once more").isEqualTo(200);
        var hall = world.get("/v1/clans/" + id).as(bob).send();
        assertThat(hall.at("/members").findValuesAsText("playerId")).containsExactly(ann, bob);
        assertThat(hall.at("/members").findValuesAsText("role"))
                .containsExactly("leader", "member");
        assertThat(hall.text("/size")).isEqualTo("2");
        assertThat(hall.at("/members/0").has("seenAt")).isTrue();
        assertThat(world.get("/v1/clans/" + id).as(login()).send().at("/members/0").has("seenAt"))
                .as("a stranger does not see who was there when")
                .isFalse();
        var card = world.get("/v1/players/" + bob).as(ann).send();
        assertThat(card.text("/clan/tag")).isEqualTo("WOLF");
        var cards = world.get("/v1/players?ids=" + bob + "," + login()).as(ann).send();
        assertThat(cards.text("/players/0/clan/id")).isEqualTo(id);
        assertThat(cards.at("/players/1").has("clan")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"tag":"AB"}                                        | 400 bad-input
                    {"name":"ab","tag":"AB"}                            | 400 bad-input
                    {"name":"!!! a","tag":"AB"}                         | 400 bad-input
                    {"name":"A clan","tag":"A"}                         | 400 bad-input
                    {"name":"A clan","tag":"ABCDEF"}                    | 400 bad-input
                    {"name":"A clan","tag":"A-B"}                       | 400 bad-input
                    {"name":"A clan","tag":"AB","admission":"closed"}   | 400 bad-input
                    {"name":"A clan","tag":"AB","country":"ZZ"}         | 400 bad-input
                    {"name":"A clan","tag":"AB","language":"pt-BR"}     | 400 bad-input
                    {"name":"A clan","tag":"AB","level":1001}           | 400 bad-input
                    {"name":"The Trolls","tag":"AB"}                    | 422 name-blocked
                    {"name":"A clan","tag":"TROLL"}                     | 422 name-blocked
                    {"name":"A clan","tag":"AB","motto":"be a tRoLl!"}  | 422 name-blocked
                    {"name":"TAKEN clan!","tag":"AB"}                   | 409 name-taken
                    {"name":"A clan","tag":"tkn"}                       | 409 tag-taken
                    """)
    void whatIsNoClanIsRefused(String body, String outcome) {
        found(login(), "Taken Clan", "TKN", "open");
        assertThat(world.post("/v1/clans", body).as(login()).send().outcome()).isEqualTo(outcome);
    }

    @Test
    void ofManyWhoWantOneNameOneGetsIt() {
        var players = players(4);
        var outcomes =
                AtOnce.times(4, n -> found(players.get(n), "Race", "R" + n, "open").outcome());
        assertThat(outcomes)
                .containsOnlyOnce("201")
                .filteredOn("409 name-taken"::equals)
                .hasSize(3);
    }

    @Test
    void whoFoundsTwoAtOnceHasOne() {
        String ann = login();
        var outcomes = AtOnce.times(3, n -> found(ann, "Double " + n, "DB" + n, "open").outcome());
        assertThat(outcomes)
                .containsOnlyOnce("201")
                .filteredOn("409 already-in-clan"::equals)
                .hasSize(2);
    }

    @Test
    void forTheLastSeatOneComesIn() {
        String id = found(login(), "Nearly Full", "NFUL", "open").text("/id");
        set(id, "HEAD", "members", AttributeValue.fromN("99"));
        var players = players(4);
        var outcomes = AtOnce.times(4, n -> join(players.get(n), id).outcome());
        assertThat(outcomes).containsOnlyOnce("201").filteredOn("409 clan-full"::equals).hasSize(3);
        assertThat(row(id, "HEAD").get("members").n()).isEqualTo("100");
    }

    @Test
    void whoJoinsTwoClansAtOnceIsInOne() {
        String one = found(login(), "One Of Two", "ONE2", "open").text("/id");
        String two = found(login(), "Two Of Two", "TWO2", "open").text("/id");
        String bob = login();
        var outcomes = AtOnce.times(4, n -> join(bob, n % 2 == 0 ? one : two).outcome());
        assertThat(outcomes).containsOnlyOnce("201").containsOnlyOnce("200");
        long seats = Stream.of(one, two).filter(id -> !row(id, "MEMBER#" + bob).isEmpty()).count();
        assertThat(seats).isEqualTo(1);
        var sizes = sizes(one) + sizes(two);
        assertThat(sizes).isEqualTo(3);
    }
}
