package games.drawbridge.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Call;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.World;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private final World world = World.open();

    @Test
    void anUploadIsLiveAndItsVersionIsKept() {
        assertThat(upload("7", 10).outcome()).isEqualTo("201");
        assertThat(price()).isEqualTo(10);
        assertThat(upload("8", 20).outcome()).isEqualTo("201");
        assertThat(price()).isEqualTo(20);
        var kept = admin("GET", "/v1/admin/store/catalogues").send();
        assertThat(kept.text("/live")).isEqualTo("8");
        assertThat(kept.at("/versions").findValuesAsText("version")).containsExactly("7", "8");
        assertThat(kept.at("/versions").findValuesAsText("by")).containsOnly("sam");
    }

    @Test
    void oneCanGoBack() {
        upload("7", 10);
        upload("8", 20);
        String why = "{\"reason\":\"it was wrong\"}";
        var back = admin("POST", "/v1/admin/store/catalogues/7/live").json(why).send();
        assertThat(back.text("/live")).isEqualTo("7");
        assertThat(price()).isEqualTo(10);
        assertThat(admin("POST", "/v1/admin/store/catalogues/9/live").json(why).send().outcome())
                .isEqualTo("404 not-found");

        assertThat(admin("DELETE", "/v1/admin/store/catalogues/live?reason=all").send().status())
                .isEqualTo(204);
        assertThat(store().at("/items/0/sku").asText()).isEqualTo("disc-blue");
        assertThat(admin("GET", "/v1/admin/store/catalogues").send().json().has("live")).isFalse();
    }

    @Test
    void aBadOneNeverGoesLive() {
        upload("7", 10);
        var bad = upload("8", -1);
        assertThat(bad.outcome()).isEqualTo("422 bad-catalogue");
        assertThat(bad.text("/findings/0/path")).isEqualTo("/items/0/price/amount");
        assertThat(price()).isEqualTo(10);
        assertThat(upload("8", 11).outcome()).as("its name is still free").isEqualTo("201");
    }

    @Test
    void aVersionIsOneCatalogueForEver() {
        upload("7", 10);
        assertThat(upload("7", 11).outcome()).isEqualTo("409 version-taken");
        assertThat(price()).isEqualTo(10);
        var answers = AtOnce.times(4, n -> upload("8", 20 + n));
        assertThat(answers.stream().map(Got::outcome))
                .containsExactlyInAnyOrder(
                        "201", "409 version-taken", "409 version-taken", "409 version-taken");
    }

    @Test
    void isInTheAuditLog() {
        upload("7", 10);
        upload("8", -1);
        var lines = admin("GET", "/v1/admin/audit?subject=catalogues").send().at("/entries");
        assertThat(lines.findValuesAsText("outcome"))
                .containsExactlyInAnyOrder("begun", "done", "begun", "bad-catalogue");
    }

    private Got upload(String version, long gold) {
        String catalogue =
                """
                {"reason":"new","catalogue":{"version":"%s","currencies":["gold"],
                "goods":[{"kind":"item","id":"cap"}],"packs":[],
                "items":[{"sku":"cap","title":"Cap","price":{"currency":"gold","amount":%d},
                "grants":[{"kind":"item","id":"cap","amount":1}]}]}}
                """;
        return admin("POST", "/v1/admin/store/catalogues")
                .json(catalogue.formatted(version, gold))
                .send();
    }

    private Call admin(String method, String target) {
        return world.call(method, target).as("sam").claim("roles", "[admin]");
    }

    private int price() {
        return store().at("/items/0/price/amount").asInt();
    }

    /// As a function shows it that has none in its memory.
    private Got store() {
        world.forget("StoreCalls");
        return world.get("/v1/store").send();
    }
}
