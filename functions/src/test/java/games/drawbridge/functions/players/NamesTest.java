package games.drawbridge.functions.players;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class NamesTest {
    private static final World world = World.open();
    private static final World strict = strict();

    private static World strict() {
        var world = World.open();
        world.tables()
                .put(
                        "Config",
                        Map.of(
                                "pk", AttributeValue.fromS("TITLE"),
                                "sk", AttributeValue.fromS("NAMES"),
                                "unique", AttributeValue.fromN("1"),
                                "blocked",
                                        AttributeValue.fromL(
                                                List.of(AttributeValue.fromS("Troll")))));
        return world;
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    Quick Fox,  quickfox
                    QUICK-FOX,  quickfox
                    Ｑｕｉｃｋ Fox, quickfox
                    Straße,     strasse
                    李小龙,      李小龙
                    !!!,        !!!
                    """)
    void namesAreComparedByTheirLetters(String name, String folded) {
        assertThat(PlayerName.folded(name)).isEqualTo(folded);
    }

    @Test
    void twoMayHaveTheSameNameUnlessTheTitleObjects() {
        assertThat(rename(world, login(world, "1"), "Ann").status()).isEqualTo(200);
        assertThat(rename(world, login(world, "2"), "Ann").status()).isEqualTo(200);
    }

    @Test
    void whereNamesAreUniqueTheSecondIsTooLate() {
        String ann = login(strict, "1");
        String bob = login(strict, "2");
        assertThat(rename(strict, ann, "Ann").status()).isEqualTo(200);
        assertThat(rename(strict, bob, "A N N").outcome()).isEqualTo("409 name-taken");
        assertThat(rename(strict, ann, "ANN!").text("/name")).isEqualTo("ANN!");
        assertThat(rename(strict, ann, "Eve").status()).isEqualTo(200);
        assertThat(rename(strict, bob, "Ann").text("/name")).isEqualTo("Ann");
    }

    @Test
    void ofManyWhoWantANameAtOnceOneGetsIt() {
        var players = List.of(login(strict, "3"), login(strict, "4"), login(strict, "5"));
        var outcomes = AtOnce.times(3, n -> rename(strict, players.get(n), "Zoë").outcome());
        assertThat(outcomes)
                .containsOnlyOnce("200")
                .filteredOn("409 name-taken"::equals)
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"Troll", "troll 7", "x T-r-o-l-l x", "ＴＲＯＬＬ"})
    void aBlockedWordIsInNoName(String name) {
        assertThat(rename(strict, login(strict, "6"), name).outcome())
                .isEqualTo("422 name-blocked");
    }

    // ---- cards ----

    @Test
    void aCardIsNotSentAgainToWhoHasIt() {
        String ann = login(world, "7");
        var first = world.get("/v1/players/" + ann).as(ann).send();
        String tag = first.headers().get("etag");
        assertThat(known(ann, tag).status()).isEqualTo(304);
        assertThat(known(ann, "W/" + tag).status()).isEqualTo(304);
        rename(world, ann, "Renamed");
        var changed = known(ann, tag);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("/name")).isEqualTo("Renamed");
    }

    private static Got known(String player, String tag) {
        return world.get("/v1/players/" + player).as(player).header("if-none-match", tag).send();
    }

    @Test
    void manyCardsComeAtOnceInTheOrderAskedFor() {
        String ann = login(world, "8");
        String bob = login(world, "9");
        var got = world.get("/v1/players?ids=" + bob + ",nobody," + ann + "," + bob).as(ann).send();
        assertThat(got.at("/players").findValuesAsText("playerId")).containsExactly(bob, ann);
        String tag = got.headers().get("etag");
        var again =
                world.get("/v1/players?ids=" + bob + ",nobody," + ann)
                        .as(ann)
                        .header("if-none-match", tag)
                        .send();
        assertThat(again.status()).isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /v1/players            | ids is missing
                    /v1/players?ids=       | ids is missing
                    /v1/players?ids=a,%20b%20c | ids must be player ids, separated by commas
                    /v1/players?ids=a,,b   | ids must be player ids, separated by commas
                    """)
    void idsMustBeIds(String target, String detail) {
        var refused = world.get(target).as("ann").send();
        assertThat(refused.outcome()).isEqualTo("400 bad-input");
        assertThat(refused.text("/detail")).isEqualTo(detail);
    }

    @Test
    void aHundredCardsAreTheMost() {
        String many = "a" + ",a".repeat(3) + ids(100);
        assertThat(world.get("/v1/players?ids=" + many).as("ann").send().outcome())
                .isEqualTo("400 bad-input");
    }

    private static String ids(int count) {
        var ids = new StringBuilder();
        for (int n = 0; n < count; n++) ids.append(",p").append(n);
        return ids.toString();
    }

    private static Got rename(World world, String player, String name) {
        return world.call("PATCH", "/v1/players/me")
                .as(player)
                .json("{\"name\":\"%s\"}".formatted(name))
                .send();
    }

    private static String login(World world, String device) {
        return world.login("device-" + device, "s".repeat(32)).text("/playerId");
    }
}
