package games.drawbridge.functions.clans;

import static games.drawbridge.functions.clans.ClanTown.found;
import static games.drawbridge.functions.clans.ClanTown.login;
import static games.drawbridge.functions.clans.ClanTown.names;
import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.World;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DiscoveryTest {

    @Test
    void clansAreFound() {
        var own = World.open();
        String ann = login(own);
        for (String name : List.of("Zebra One", "Zebra Two", "zébra three", "Zoo"))
            found(own, login(own), name, name.substring(name.length() - 3), "open", "SE", 3);
        String by = found(own, login(own), "Zebra Request", "ZREQ", "request", "NO", 9).text("/id");
        String closed =
                found(own, login(own), "Zebra Closed", "ZCLO", "invite", "SE", 0).text("/id");
        assertThat(names(own, ann, "?q=zebra"))
                .containsExactly("Zebra Closed", "Zebra One", "Zebra Request", "Zebra Two");
        assertThat(names(own, ann, "?q=zreq")).containsExactly("Zebra Request");
        assertThat(names(own, ann, "?q=ZEBRA&open=true")).containsExactly("Zebra One", "Zebra Two");
        assertThat(names(own, ann, "?q=zebra&country=NO")).containsExactly("Zebra Request");
        assertThat(names(own, ann, "?q=zebra&language=pt")).isEmpty();
        assertThat(names(own, ann, ""))
                .hasSize(5)
                .startsWith("Zebra Request")
                .doesNotContain("Zebra Closed");
        assertThat(names(own, ann, "?level=3")).hasSize(4);
        assertThat(names(own, ann, "?language=pt")).isEmpty();
        var first = own.get("/v1/clans?limit=3").as(ann).send();
        var rest = own.get("/v1/clans?limit=3&cursor=" + first.text("/next")).as(ann).send();
        assertThat(first.at("/clans")).hasSize(3);
        assertThat(rest.at("/clans").findValuesAsText("name"))
                .containsExactly("Zebra Two", "Zebra One");
        var named = own.get("/v1/clans?q=zebra&limit=2").as(ann).send();
        assertThat(names(own, ann, "?q=zebra&limit=2&cursor=" + named.text("/next")))
                .containsExactly("Zebra Request", "Zebra Two");
        own.tables().set("Clans", "CLAN#" + by, "HEAD", "members", AttributeValue.fromN("100"));
        assertThat(names(own, ann, "")).as("full").doesNotContain("Zebra Request");
        assertThat(closed).isNotEmpty();
        for (String bad : List.of("?q=z", "?q=!", "?country=xx", "?language=EN", "?level=-1"))
            assertThat(own.get("/v1/clans" + bad).as(ann).send().outcome())
                    .isEqualTo("400 bad-input");
    }
}
